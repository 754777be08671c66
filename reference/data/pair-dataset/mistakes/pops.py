"""
en: pop takes the pair out of the dataset, so every read makes it shorter and the second epoch finds nothing. Read
    with [i].
ko: pop은 쌍을 데이터셋에서 꺼내 없앱니다. 읽을 때마다 짧아져서 두 번째 에폭에는 남은 것이 없습니다. [i]로 읽기만
    하세요.
"""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        if len(xs) != len(ys):
            raise ValueError(f"xs has {len(xs)} items and ys has {len(ys)}")
        self.xs = list(xs)
        self.ys = list(ys)

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        # Lists and tensors know negative indices and raise IndexError themselves.
        return self.xs.pop(i), self.ys.pop(i)
