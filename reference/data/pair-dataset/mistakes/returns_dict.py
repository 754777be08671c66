"""
en: The item is a dict. The statement asks for the tuple (xs[i], ys[i]), so that `for x, y in loader` works.
ko: 항목이 dict입니다. 문제는 tuple (xs[i], ys[i])를 요구합니다. 그래야 `for x, y in loader`로 쓸 수 있습니다.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return {"x": self.xs[i], "y": self.ys[i]}
