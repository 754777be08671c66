"""
en: torch.ones makes float32, so a float64 model gets float32 layers and can't be run any more. Fill in place, or use
    torch.full_like.
ko: torch.ones는 float32를 만들기 때문에 float64 모델 안에 float32 층이 생겨 더 이상 실행되지 않습니다. 제자리에서
    채우거나 torch.full_like를 쓰세요.
"""

import torch
from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.data = torch.ones(module.weight.shape) * w
            if module.bias is not None:
                module.bias.data = torch.ones(module.bias.shape) * b

    return model.apply(init)
