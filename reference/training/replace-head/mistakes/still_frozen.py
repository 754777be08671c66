"""
en: The new layers took over requires_grad=False from the frozen model, so nothing can be learned. New layers
    have to train.
ko: 얼려 둔 모델의 requires_grad=False를 새 층에까지 옮겨서 아무것도 학습하지 못합니다. 새
    층은 학습해야 합니다.
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
    model.conv1.requires_grad_(conv.weight.requires_grad)
    model.fc.requires_grad_(fc.weight.requires_grad)
    return model
