"""
en: The layers are filled, but the function returns None. Return the model: model.apply(...) already does.
ko: 값은 잘 채웠지만 함수가 None을 돌려줍니다. 모델을 돌려주세요. model.apply(...)의 반환값이 바로 모델입니다.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)

    model.apply(init)
