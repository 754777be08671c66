"""
en: children() gives the direct children only: deeper layers are missed, and so is the model when it is a Linear
    itself. apply() and modules() go through the whole tree.
ko: children()은 바로 아래 자식만 돌려주므로 더 깊은 층과, 모델 자신이 Linear인 경우를 놓칩니다. apply()와
    modules()는 전체를 돌아다닙니다.
"""

from torch import nn


def init_linear(model, w, b):
    for module in model.children():
        if isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)
    return model
