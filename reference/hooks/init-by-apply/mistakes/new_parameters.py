"""
en: Each layer gets new Parameter objects. The values look right, but an optimizer made before the call still trains
    the old ones, and a frozen layer is no longer frozen. Fill the existing Parameter in place.
ko: 층마다 새 Parameter 객체를 만들었습니다. 값은 맞아 보이지만, 먼저 만든 optimizer는 예전 객체를 학습하고 얼려 둔
    층은 다시 풀립니다. 이미 있는 Parameter를 제자리에서 채우세요.
"""

import torch
from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight = nn.Parameter(torch.full_like(module.weight, w))
            if module.bias is not None:
                module.bias = nn.Parameter(torch.full_like(module.bias, b))

    return model.apply(init)
