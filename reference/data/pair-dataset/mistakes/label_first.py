"""
en: The order is (y, x). The input comes first: (xs[i], ys[i]).
ko: 순서가 (y, x)로 뒤바뀌었습니다. 입력이 먼저입니다: (xs[i], ys[i]).
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
        return self.ys[i], self.xs[i]
