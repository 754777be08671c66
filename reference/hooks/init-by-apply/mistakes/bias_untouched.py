"""
en: The bias keeps its old values. Fill it with b wherever there is one.
ko: bias가 예전 값 그대로입니다. bias가 있는 층이라면 b로 채우세요.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)

    return model.apply(init)
