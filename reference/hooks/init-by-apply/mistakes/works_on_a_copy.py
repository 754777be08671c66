"""
en: A deep copy was initialised and returned. The caller's model is unchanged, and the optimizer trains the wrong
    one.
ko: 깊은 복사본을 초기화해서 돌려주었습니다. 원래 모델은 그대로이고 optimizer는 엉뚱한 모델을 학습합니다.
"""

import copy

from torch import nn


def init_linear(model, w, b):
    model = copy.deepcopy(model)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)
    return model
