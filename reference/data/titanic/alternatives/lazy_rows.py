from csv import DictReader

import torch
from torch.utils.data import Dataset


class TitanicDataset(Dataset):
    SEX = {"male": 0, "female": 1}
    PORT = {"S": 0, "C": 1, "Q": 2}

    def __init__(self, path, drop_features=(), train=True):
        self.train = train
        self.classes = ["Dead", "Survived"]
        with open(path, encoding="utf-8") as f:
            self.rows = list(DictReader(f))
        hidden = set(drop_features) | {"Survived"}
        self.features = [name for name in self.rows[0] if name not in hidden] if self.rows else []

    def value(self, name, text):
        if text == "":
            return float("nan")
        if name == "Sex":
            return self.SEX[text]
        if name == "Embarked":
            return self.PORT[text]
        return float(text)

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        row = self.rows[i]
        x = torch.tensor([self.value(name, row[name]) for name in self.features], dtype=torch.float32)
        if self.train:
            return x, torch.tensor(int(row["Survived"]), dtype=torch.int64)
        return x
