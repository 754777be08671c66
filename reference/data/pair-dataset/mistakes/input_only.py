"""
en: Only xs[i] comes back, so the labels are lost. Return both: (xs[i], ys[i]).
ko: xs[i]만 돌려주어 정답이 사라졌습니다. (xs[i], ys[i]) 둘 다 반환하세요.
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
        return self.xs[i]
