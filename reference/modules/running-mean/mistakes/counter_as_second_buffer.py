"""
en: A second buffer was registered (m, or a counter). The state dict then has a key more than it should, and m is
    overwritten by whatever is loaded. A number that never changes can be a plain attribute.
ko: mean 말고 다른 값(m이나 횟수)도 buffer로 등록했습니다. state_dict에 키가 하나 더 생기고, 불러올 때 m이
    덮어써집니다. 바뀌지 않는 수는 평범한 속성으로 두세요.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.register_buffer("m", torch.tensor(m))
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if self.training:
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return x - self.mean
