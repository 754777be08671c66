"""
en: PairDataset.xs = xs stores the data in the class, which all datasets share: the validation set that is made second
    replaces the training set. Store it in self.
ko: PairDataset.xs = xs는 데이터를 클래스에 저장합니다. 클래스는 모든 데이터셋이 함께 쓰므로 나중에 만든 검증 데이터가
    학습 데이터를 덮어씁니다. self에 저장하세요.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        PairDataset.xs = xs
        PairDataset.ys = ys

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs[i], self.ys[i]
