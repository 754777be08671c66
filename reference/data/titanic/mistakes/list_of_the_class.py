"""
en: The list features belongs to the class, so all datasets append their names to one and the same list. Give every
    object a list of its own in __init__: self.features = [].
ko: features가 클래스의 list라서 모든 데이터셋이 같은 list 하나에 이름을 덧붙입니다. __init__에서 self.features = []로
    객체마다 자기 list를 만드세요.
"""

import csv

import torch
from torch.utils.data import Dataset

# The words of Sex and Embarked, and the empty field. Everything else is a number.
CODES = {"male": 0.0, "female": 1.0, "S": 0.0, "C": 1.0, "Q": 2.0, "": float("nan")}


class TitanicDataset(Dataset):
    features = []
    classes = ["Dead", "Survived"]

    def __init__(self, path, drop_features=(), train=True):
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
        # The label must not leak into the input.
        for name in reader.fieldnames:
            if name not in ("Survived", *drop_features):
                self.features.append(name)
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
