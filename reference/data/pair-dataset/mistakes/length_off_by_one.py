"""
en: len(self.xs) - 1 counts the last index, not the samples: a DataLoader would never show the last pair. There are
    len(self.xs) of them.
ko: len(self.xs) - 1은 샘플의 개수가 아니라 마지막 인덱스입니다. 이러면 DataLoader가 마지막 쌍을 영영 보여 주지
    않습니다. 개수는 len(self.xs)입니다.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs) - 1

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]
