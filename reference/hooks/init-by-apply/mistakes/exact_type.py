"""
en: type(module) == nn.Linear is false for subclasses of nn.Linear, so those layers keep their old values. isinstance
    is true for both.
ko: type(module) == nn.Linear는 nn.Linear를 상속한 클래스에서는 거짓이므로 그런 층은 예전 값으로 남습니다.
    isinstance는 둘 다 참입니다.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if type(module) == nn.Linear:  # noqa: E721
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)

    return model.apply(init)
