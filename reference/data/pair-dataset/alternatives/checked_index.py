import torch
from torch.utils import data


class PairDataset(data.Dataset):
    def __init__(self, xs, ys):
        self.n = len(ys)
        if len(xs) != self.n:
            raise ValueError("different lengths")
        self.data = {"x": xs, "y": ys}

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError(f"index {i} is out of range for {self.n} pairs")
        return tuple(part[i] for part in self.data.values())

    def __iter__(self):
        return (self[i] for i in range(self.n))
