"""
en: A new layer was put behind the old fc. The 1000 old classes then stand as a bottleneck between the features
    and yours; replace fc.
ko: 원래 fc 뒤에 새 층을 이어 붙였습니다. 옛 클래스 점수가 특징과 새 클래스 사이를 가로막습니다. fc를
    교체하세요.
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
    new = nn.Linear(fc.out_features, num_classes, **like)
    model.fc = nn.Sequential(fc, new)
    # Only the weights: PyTorch draws a new layer's bias from U(-1/sqrt(fan_in), 1/sqrt(fan_in)) by itself.
    for layer in (model.conv1, new):
        nn.init.xavier_uniform_(layer.weight)
    return model
