"""
en: Different lengths are accepted without a word, and the trouble shows much later, in the middle of an epoch.
    Compare the lengths in __init__ and raise ValueError.
ko: 길이가 달라도 아무 말 없이 받아들여서, 문제가 훨씬 나중에 에폭 도중에 나타납니다. __init__에서 길이를 비교해
    ValueError를 일으키세요.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        self.xs = xs
        self.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]
