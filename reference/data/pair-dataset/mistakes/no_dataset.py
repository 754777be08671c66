"""
en: The class does not inherit from torch.utils.data.Dataset, so d + d and other things that come with it are missing.
ko: torch.utils.data.Dataset을 상속하지 않았습니다. 그래서 d + d처럼 Dataset이 주는 기능이 없습니다.
"""

class PairDataset:
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]
