import torch
from torch.utils.data import Dataset


class IdxImageDataset(Dataset):
    """Pictures and labels from two IDX files."""

    def __init__(self, images, labels=None, transform=None, train=True):
        # Read the header, check the magic number, keep the pixels as uint8.
        raise NotImplementedError("IdxImageDataset is not written yet / 아직 작성하지 않았습니다")

    def __len__(self):
        raise NotImplementedError("__len__ is not written yet / 아직 작성하지 않았습니다")

    def __getitem__(self, i):
        raise NotImplementedError("__getitem__ is not written yet / 아직 작성하지 않았습니다")

    def __repr__(self):
        return "IdxImageDataset: __repr__ is not written yet / 아직 작성하지 않았습니다"


class Compose:
    """Several transforms, one after the other."""

    def __init__(self, transforms):
        raise NotImplementedError("Compose is not written yet / 아직 작성하지 않았습니다")


class ToTensor:
    """[H, W, C] -> float32 [C, H, W], uint8 scaled to [0, 1]."""

    def __call__(self, image):
        raise NotImplementedError("ToTensor is not written yet / 아직 작성하지 않았습니다")


class CenterCrop:
    """The middle n x n of the last two dims."""

    def __init__(self, n):
        raise NotImplementedError("CenterCrop is not written yet / 아직 작성하지 않았습니다")
