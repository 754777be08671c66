"""
en: The pixels stay between 0 and 255. uint8 images are divided by 255.
ko: 픽셀이 0에서 255 사이 그대로입니다. uint8 이미지는 255로 나누어야 합니다.
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
        return (image, self.labels[i]) if self.train else image

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
        return image.permute(2, 0, 1).to(torch.float32).clone()


class CenterCrop:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        top = (x.size(-2) - self.n) // 2
        left = (x.size(-1) - self.n) // 2
        return x[..., top : top + self.n, left : left + self.n]
