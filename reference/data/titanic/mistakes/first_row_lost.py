"""
en: The first passenger is skipped. csv.DictReader takes the header away by itself.
ko: 첫 승객을 건너뛰었습니다. csv.DictReader가 이미 머리글 줄을 빼 줍니다.
"""

import csv

import torch
from torch.utils.data import Dataset

# The words of Sex and Embarked, and the empty field. Everything else is a number.
CODES = {"male": 0.0, "female": 1.0, "S": 0.0, "C": 1.0, "Q": 2.0, "": float("nan")}


class TitanicDataset(Dataset):
    def __init__(self, path, drop_features=(), train=True):
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)[1:]
        # The label must not leak into the input.
        self.features = [name for name in reader.fieldnames if name not in ("Survived", *drop_features)]
        self.classes = ["Dead", "Survived"]
        self.train = train
        self.X = torch.tensor([[self.number(row[name]) for name in self.features] for row in rows])
        if train:
            self.y = torch.tensor([int(row["Survived"]) for row in rows])

    @staticmethod
    def number(field):
        return CODES[field] if field in CODES else float(field)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, i):
        return (self.X[i], self.y[i]) if self.train else self.X[i]
