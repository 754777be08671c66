"""
en: A deepcopy was changed and returned; the model that the caller (and the optimizer) holds is the old one.
ko: deepcopy를 바꾸어 반환했습니다. 호출한 쪽이 들고 있는 모델은 옛 모델 그대로입니다.
"""

import copy

import torch
from torch import nn


def replace_head(model, in_ch, num_classes):
    model = copy.deepcopy(model)
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
    return model
