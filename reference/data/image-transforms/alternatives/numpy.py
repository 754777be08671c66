import functools

import numpy as np
import torch
from torch.utils.data import Dataset


class IdxImageDataset(Dataset):
    classes = list(range(10))

    def __init__(self, images, labels=None, transform=None, train=True):
        super().__init__()
        self.images_path, self.labels_path = images, labels
        raw = np.fromfile(images, dtype=np.uint8)
        magic, n, h, w = (int(x) for x in raw[:16].view(">u4"))
        if magic != 2051:
            raise ValueError("no image file")
        self.pixels = raw[16:].reshape(n, h, w, 1)
        self.train, self.transform = train, transform or Compose([])
        if train:
            raw = np.fromfile(labels, dtype=np.uint8)
            if int(raw[:4].view(">u4")[0]) != 2049:
                raise ValueError("no label file")
            self.answers = raw[8:].astype(np.int64)

    def __len__(self):
        return self.pixels.shape[0]

    def __getitem__(self, i):
        image = self.transform(torch.tensor(self.pixels[i]))
        return (image, torch.tensor(self.answers[i])) if self.train else image

    def __repr__(self):
        lines = [
            "(PyTorch HomeWork) My Custom Dataset : MNIST",
            f"Data path: {self.images_path}",
            f"Label path: {self.labels_path}",
            f"Number of datapoints: {len(self)}",
            f"Number of classes: {len(self.classes)}",
        ]
        return "\n    ".join(lines)


class Compose:
    def __init__(self, transforms):
        self.transforms = list(transforms)

    def __call__(self, x):
        return functools.reduce(lambda value, transform: transform(value), self.transforms, x)


class ToTensor:
    def __call__(self, image):
        x = torch.movedim(image, -1, 0).float().clone().contiguous()
        if image.dtype == torch.uint8:
            x.div_(255)
        return x


class CenterCrop:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        for dim in (-2, -1):
            x = x.narrow(dim, (x.shape[dim] - self.n) // 2, self.n)
        return x
