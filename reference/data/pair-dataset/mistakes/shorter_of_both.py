"""
en: zip stops at the shorter sequence and silently throws away the rest. Different lengths must raise ValueError;
    zip(..., strict=True) does so.
ko: zip은 짧은 쪽에서 멈추고 나머지를 조용히 버립니다. 길이가 다르면 ValueError가 나야 합니다. zip(..., strict=True)가
    그렇게 해 줍니다.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        self.pairs = list(zip(xs, ys))

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, i):
        return self.pairs[i]
