from torch.utils.data import Dataset


class PairDataset(Dataset):
    """Pairs (xs[i], ys[i]) of two sequences of the same length."""

    def __init__(self, xs, ys):
        # Refuse different lengths with a ValueError, then keep both.
        raise NotImplementedError("PairDataset is not written yet / 아직 작성하지 않았습니다")

    def __len__(self):
        raise NotImplementedError("__len__ is not written yet / 아직 작성하지 않았습니다")

    def __getitem__(self, i):
        raise NotImplementedError("__getitem__ is not written yet / 아직 작성하지 않았습니다")
