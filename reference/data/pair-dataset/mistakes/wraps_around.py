"""
en: i % len(self) turns every index into a valid one, so d[n] is the first pair again and a for loop never ends. Let
    the IndexError happen.
ko: i % len(self)는 어떤 인덱스든 유효하게 만들어 버립니다. d[n]이 다시 첫 쌍이 되어 for 반복이 끝나지 않습니다.
    IndexError가 나게 두세요.
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
        i = i % len(self)
        return self.xs[i], self.ys[i]
