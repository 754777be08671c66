"""
en: The label is drawn at random instead of read with the same index as the input, so a pair changes every time.
ko: 정답을 입력과 같은 인덱스로 읽지 않고 무작위로 골랐습니다. 그래서 읽을 때마다 쌍이 달라집니다.
"""

import random

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
        return self.xs[i], self.ys[random.randrange(len(self.ys))]
