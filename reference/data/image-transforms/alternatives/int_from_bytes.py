from pathlib import Path

import torch
import torch.nn as nn
from torch.utils.data import Dataset


def number(data, at):
    return int.from_bytes(data[at : at + 4], "big")


class IdxImageDataset(Dataset):
    def __init__(self, images, labels=None, transform=None, train=True):
        self.transform = transform
        self.train = train
        self.where = f"    Data path: {images}\n    Label path: {labels}\n"
        self.data = Path(images).read_bytes()
        if number(self.data, 0) != 0x803:
            raise ValueError(f"{images} is no IDX file of images")
        self.n, self.rows, self.columns = (number(self.data, at) for at in (4, 8, 12))
        if train:
            self.answers = Path(labels).read_bytes()
            if number(self.answers, 0) != 0x801:
                raise ValueError(f"{labels} is no IDX file of labels")

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        size = self.rows * self.columns
        start = 16 + range(self.n)[i] * size
        pixels = list(self.data[start : start + size])
        image = torch.tensor(pixels, dtype=torch.uint8).view(self.rows, self.columns, 1)
        if self.transform:
            image = self.transform(image)
        if not self.train:
            return image
        return image, torch.tensor(self.answers[8:][i])

    def __repr__(self):
        text = "(PyTorch HomeWork) My Custom Dataset : MNIST\n" + self.where
        return text + f"    Number of datapoints: {self.n}\n    Number of classes: 10"


class Compose(nn.Module):
    def __init__(self, transforms):
        super().__init__()
        self.steps = tuple(transforms)

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x


class ToTensor:
    def __call__(self, image):
        planes = torch.stack([image[:, :, c] for c in range(image.shape[2])])
        return planes / 255.0 if planes.dtype == torch.uint8 else planes.float()


class CenterCrop:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        h, w = x.shape[-2:]
        rows = torch.arange(self.n) + (h - self.n) // 2
        columns = torch.arange(self.n) + (w - self.n) // 2
        return x[..., rows[:, None], columns]
