import csv
import math

import numpy as np
import torch
from torch.utils.data import Dataset


class TitanicDataset(Dataset):
    classes = ["Dead", "Survived"]

    def __init__(self, path, drop_features=(), train=True):
        super().__init__()
        with open(path, encoding="utf-8") as f:
            header, *lines = csv.reader(f)
        table = dict(zip(header, zip(*lines)))
        for name in drop_features:
            table.pop(name, None)
        self.labels = None
        if train:
            self.labels = np.array(table.pop("Survived"), dtype=np.int64)
        self.features = list(table)
        columns = []
        for name, fields in table.items():
            if name == "Sex":
                words = ["male", "female"]
                columns.append([words.index(f) if f else math.nan for f in fields])
            elif name == "Embarked":
                columns.append(["SCQ".index(f) if f else math.nan for f in fields])
            else:
                columns.append([float(f) if f else math.nan for f in fields])
        self.values = np.array(columns, dtype=np.float32).T

    def __len__(self):
        return self.values.shape[0]

    def __getitem__(self, i):
        x = torch.from_numpy(self.values[i].copy())
        if self.labels is None:
            return x
        return x, torch.tensor(self.labels[i])
