"""
en: The label comes out as a Python int. The task asks for an int64 0-d tensor: leave out the item().
ko: 정답이 파이썬 int로 나옵니다. 문제는 int64 0차원 tensor를 요구합니다. item()을 빼세요.
"""

import struct

import torch
from torch.utils.data import Dataset


def read_idx(path, magic, dims):
    """Return the bytes of an IDX file as a uint8 tensor."""
    with open(path, "rb") as file:
        # ">" is big-endian: the magic number, then one size for each dim.
        found, *shape = struct.unpack(f">{1 + dims}I", file.read(4 + 4 * dims))
        if found != magic:
            raise ValueError(f"{path}: the magic number is {found}, not {magic}")
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).reshape(shape)


class IdxImageDataset(Dataset):
    def __init__(self, images, labels=None, transform=None, train=True):
        self.paths = images, labels
        self.images = read_idx(images, 2051, 3).unsqueeze(3)
        self.labels = read_idx(labels, 2049, 1).long() if train else None
        self.transform = transform
        self.train = train

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        # A copy: whoever writes into it leaves the stored image alone.
        image = self.images[i].clone()
        if self.transform is not None:
            image = self.transform(image)
        return (image, self.labels[i].item()) if self.train else image

    def __repr__(self):
        return f"""(PyTorch HomeWork) My Custom Dataset : MNIST
    Data path: {self.paths[0]}
    Label path: {self.paths[1]}
    Number of datapoints: {len(self)}
    Number of classes: 10"""


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, x):
        for transform in self.transforms:
            x = transform(x)
        return x


class ToTensor:
    def __call__(self, image):
        scale = 255 if image.dtype == torch.uint8 else 1
        return image.permute(2, 0, 1).to(torch.float32) / scale


class CenterCrop:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        top = (x.size(-2) - self.n) // 2
        left = (x.size(-1) - self.n) // 2
        return x[..., top : top + self.n, left : left + self.n]
