"""
en: The layer was recognised by its class name. A subclass called Dense is missed, and a class merely named
    LinearAttention is overwritten. Ask isinstance(module, nn.Linear).
ko: 클래스 이름으로 층을 찾았습니다. Dense라는 이름의 하위 클래스는 놓치고, 이름만 LinearAttention인 클래스는
    덮어씁니다. isinstance(module, nn.Linear)로 확인하세요.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if "Linear" in type(module).__name__:
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)

    return model.apply(init)
