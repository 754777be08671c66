import math

import torch
from torch import nn


def _fresh(layer, *shape):
    fan_in = math.prod(shape[1:])
    fan_out = shape[0] * math.prod(shape[2:])
    bound = math.sqrt(6 / (fan_in + fan_out))
    old = layer.weight
    layer.weight = nn.Parameter((torch.rand(shape, dtype=old.dtype, device=old.device) * 2 - 1) * bound)
    if layer.bias is not None:
        bound = 1 / math.sqrt(fan_in)
        bias = torch.empty(shape[0], dtype=old.dtype, device=old.device).uniform_(-bound, bound)
        layer.bias = nn.Parameter(bias)


def replace_head(model, in_ch, num_classes):
    model.conv1.in_channels = in_ch
    model.fc.out_features = num_classes
    _fresh(model.conv1, model.conv1.out_channels, in_ch, *model.conv1.kernel_size)
    _fresh(model.fc, num_classes, model.fc.in_features)
    return model
