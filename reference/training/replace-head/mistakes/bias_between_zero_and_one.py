"""
en: nn.init.uniform_ without bounds draws from 0 to 1. The bias is to lie in +-1/sqrt(fan_in).
ko: nn.init.uniform_에 범위를 주지 않으면 0에서 1 사이에서 뽑습니다. ±1/√fan_in
    범위여야 합니다.
"""

import torch
from torch import nn


def replace_head(model, in_ch, num_classes):
    conv, fc = model.conv1, model.fc
    like = {"device": fc.weight.device, "dtype": fc.weight.dtype}
    # Everything but the number of channels comes from the old layer. forward finds the new ones by their names.
    model.conv1 = nn.Conv2d(
        in_ch,
        conv.out_channels,
        conv.kernel_size,
        stride=conv.stride,
        padding=conv.padding,
        bias=conv.bias is not None,
        **like,
    )
    model.fc = nn.Linear(fc.in_features, num_classes, bias=fc.bias is not None, **like)
    # Only the weights: PyTorch draws a new layer's bias from U(-1/sqrt(fan_in), 1/sqrt(fan_in)) by itself.
    for layer in (model.conv1, model.fc):
        nn.init.xavier_uniform_(layer.weight)
        if layer.bias is not None:
            nn.init.uniform_(layer.bias)
    return model
