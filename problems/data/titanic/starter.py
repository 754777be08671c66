import csv

import torch
from torch.utils.data import Dataset


class TitanicDataset(Dataset):
    """The passengers in a CSV file: (X, y), or X alone with train=False."""

    def __init__(self, path, drop_features=(), train=True):
        # Read the file with csv.DictReader; find the features; make a number of every field.
        raise NotImplementedError("TitanicDataset is not written yet / 아직 작성하지 않았습니다")

    def __len__(self):
        raise NotImplementedError("__len__ is not written yet / 아직 작성하지 않았습니다")

    def __getitem__(self, i):
        raise NotImplementedError("__getitem__ is not written yet / 아직 작성하지 않았습니다")
