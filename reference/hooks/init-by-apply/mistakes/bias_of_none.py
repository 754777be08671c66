"""
en: With bias=False a Linear's bias is None, and None can't be filled. Ask before you fill it.
ko: bias=False인 Linear의 bias는 None이라 채울 수 없습니다. 채우기 전에 None인지 확인하세요.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.data.fill_(w)
            module.bias.data.fill_(b)

    return model.apply(init)
