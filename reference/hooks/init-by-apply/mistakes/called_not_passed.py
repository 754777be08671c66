"""
en: apply(init(model)) calls init at once and passes its result, None, to apply. Pass the function itself, without
    parentheses: apply(init).
ko: apply(init(model))은 init을 바로 호출해 그 결과인 None을 apply에 넘깁니다. 괄호 없이 함수 자체를 넘기세요:
    apply(init).
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)

    return model.apply(init(model))
