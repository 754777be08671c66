"""
en: torch.manual_seed inside makes every call draw the same weights, and resets the random numbers of the whole program.
    Seeding is up to the caller.
ko: 함수 안의 torch.manual_seed 때문에 부를 때마다 같은 가중치가 나오고, 프로그램 전체의 난수도 초기화됩니다.
    시드는 부르는 쪽에서 정합니다.
"""

import torch
from torch import nn


def replace_head(model, in_ch, num_classes):
    torch.manual_seed(42)
    conv, fc = model.conv1, model.fc
    # Everything but the number of channels comes from the old layer. forward finds the new ones by their names.
    # .to(old weight) gives each layer its old one's dtype and device.
    model.conv1 = nn.Conv2d(
        in_ch,
        conv.out_channels,
        conv.kernel_size,
        stride=conv.stride,
        padding=conv.padding,
        bias=conv.bias is not None,
    ).to(conv.weight)
    model.fc = nn.Linear(fc.in_features, num_classes, bias=fc.bias is not None).to(fc.weight)
    # Only the weights: PyTorch draws a new layer's bias from U(-1/sqrt(fan_in), 1/sqrt(fan_in)) by itself.
    for layer in (model.conv1, model.fc):
        nn.init.xavier_uniform_(layer.weight)
    return model
