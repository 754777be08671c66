"""
en: Fills all parameters of a Linear, by the number of their dims. A class that inherits from nn.Linear may have
    others (a scale, say), and they are to stay. Fill weight and bias, by their names.
ko: Linear의 모든 파라미터를 차원 수에 따라 채웁니다. nn.Linear를 상속한 클래스에는 scale 같은 다른 파라미터가 더 있을
    수 있고, 그런 것은 그대로 두어야 합니다. 이름으로 골라 weight와 bias만 채우세요.
"""

import torch
from torch import nn


def init_linear(model, w, b):
    @torch.no_grad()
    def init(module):
        if isinstance(module, nn.Linear):
            for parameter in module.parameters():
                parameter.fill_(w if parameter.dim() == 2 else b)

    return model.apply(init)
