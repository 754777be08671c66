"""
en: Everything with a weight was filled: BatchNorm, Conv1d and Embedding have one too. Only nn.Linear is meant.
ko: weight가 있는 층을 모두 채웠습니다. BatchNorm, Conv1d, Embedding에도 weight가 있습니다. nn.Linear만 대상입니다.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if hasattr(module, "weight"):
            nn.init.constant_(module.weight, w)
            if getattr(module, "bias", None) is not None:
                nn.init.constant_(module.bias, b)

    return model.apply(init)
