"""
en: The new layers are float32 on the CPU whatever the model is. Create them with the dtype and device of the
    old weights.
ko: 모델이 무엇이든 새 층은 CPU의 float32입니다. 옛 가중치의 dtype과 device로 만드세요.
"""

import torch
from torch import nn


def replace_head(model, in_ch, num_classes):
    conv, fc = model.conv1, model.fc
    like = {}
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
