"""
en: An index out of range raises ValueError here. Python ends a for loop only on IndexError, so iterating breaks.
ko: 범위를 벗어난 인덱스에서 ValueError를 일으켰습니다. 파이썬의 for는 IndexError에서만 끝나므로 반복이 깨집니다.
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
        if i >= len(self):
            raise ValueError("no such pair")
        return self.xs[i], self.ys[i]
