"""
en: .data was replaced by a tensor with a single element, so the weight has lost its shape. fill_(w) keeps shape and
    dtype.
ko: .data를 원소 하나짜리 텐서로 바꾸어 weight의 shape이 사라졌습니다. fill_(w)를 쓰면 shape과 dtype이 유지됩니다.
"""

import torch
from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.data = torch.tensor(float(w), dtype=module.weight.dtype)
            if module.bias is not None:
                module.bias.data = torch.tensor(float(b), dtype=module.weight.dtype)

    return model.apply(init)
