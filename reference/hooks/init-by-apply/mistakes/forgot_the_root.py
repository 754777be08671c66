"""
en: All modules below the model are visited but not the model itself, which may be a Linear. apply() visits it too,
    as the last one.
ko: 모델 아래의 모듈은 모두 방문하지만 모델 자신은 빠졌습니다. 모델이 바로 Linear일 수도 있습니다. apply()는 마지막에
    모델 자신도 방문합니다.
"""

from torch import nn


def init_linear(model, w, b):
    for name, module in model.named_modules():
        if name and isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)
    return model
