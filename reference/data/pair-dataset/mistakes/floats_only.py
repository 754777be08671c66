"""
en: Everything was turned into a float32 tensor. The dataset gives items back as they are; integer labels stay
    integers.
ko: 모두 float32 tensor로 바꾸었습니다. 데이터셋은 원소를 있는 그대로 돌려주어야 합니다. 정수 정답은 정수로 남아야
    합니다.
"""

import torch
from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        self.xs = torch.as_tensor(xs, dtype=torch.float32)
        self.ys = torch.as_tensor(ys, dtype=torch.float32)

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]
