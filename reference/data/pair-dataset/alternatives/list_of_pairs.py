from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, xs, ys):
        super().__init__()
        try:
            self.pairs = list(zip(xs, ys, strict=True))
        except ValueError:
            raise ValueError("xs and ys must have the same length") from None

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, i):
        return self.pairs[i]
