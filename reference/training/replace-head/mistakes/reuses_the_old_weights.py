"""
en: The new weights are copied from the old ones, repeated where they do not reach. Outputs for different
    classes are then the same.
ko: 새 가중치를 옛 가중치에서 복사하고 모자라면 되풀이했습니다. 서로 다른 클래스의 출력이 같아집니다.
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
    with torch.no_grad():
        for new, old in ((model.conv1.weight, conv.weight), (model.fc.weight, fc.weight)):
            flat = old.flatten()
            new.copy_(flat.repeat(new.numel() // flat.numel() + 1)[: new.numel()].view_as(new))
    return model
