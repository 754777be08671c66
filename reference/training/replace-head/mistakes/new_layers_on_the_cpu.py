"""
en: The new layers have the dtype of the old ones, but nn.Conv2d and nn.Linear make their weights on the CPU. In a
    model that is on a GPU already they can't be run: pass device=fc.weight.device as well.
ko: 새 층의 dtype은 이전 층과 같지만, nn.Conv2d와 nn.Linear는 가중치를 CPU에 만듭니다. 이미 GPU에 있는
    모델에서는 실행할 수 없습니다. device=fc.weight.device도 함께 넘기세요.
"""

from torch import nn


def replace_head(model, in_ch, num_classes):
    conv, fc = model.conv1, model.fc
    model.conv1 = nn.Conv2d(
        in_ch,
        conv.out_channels,
        conv.kernel_size,
        stride=conv.stride,
        padding=conv.padding,
        bias=conv.bias is not None,
        dtype=fc.weight.dtype,
    )
    model.fc = nn.Linear(fc.in_features, num_classes, bias=fc.bias is not None, dtype=fc.weight.dtype)
    for layer in (model.conv1, model.fc):
        nn.init.xavier_uniform_(layer.weight)
    return model
