import torch


def to_channels_first(x):
    return torch.einsum("...hwc->...chw", x)
