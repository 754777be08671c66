"""
en: __next__ with a counter in self makes the dataset its own iterator: the count starts at 1 and skips the first
    pair, and a second loop finds nothing. A map-style dataset needs neither __iter__ nor __next__.
ko: self에 카운터를 두고 __next__를 만들어 데이터셋이 스스로 반복자가 되었습니다. 카운터가 1부터 시작해 첫 쌍을
    건너뛰고, 두 번째 반복에서는 아무것도 나오지 않습니다. map-style 데이터셋에는 __iter__도 __next__도 필요 없습니다.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        self.at = 0
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at >= len(self.xs):
            raise StopIteration
        return self[self.at]
