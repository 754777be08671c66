"""
en: assert raises AssertionError, and is skipped under python -O. A wrong argument is a ValueError: write if ...:
    raise ValueError(...).
ko: assert는 AssertionError를 일으키고, python -O로 실행하면 아예 무시됩니다. 잘못된 인자는 ValueError입니다. if ...:
    raise ValueError(...)로 쓰세요.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        assert len(xs) == len(ys)
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]
