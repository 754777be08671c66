"""
en: Only the modules that order names are registered, so the others are missing in parameters() and in state_dict().
    Register all the given modules and apply the order in forward.
ko: order에 나오는 모듈만 등록해서 나머지 모듈이 parameters()와 state_dict()에 없습니다. 받은 모듈을 모두
    등록하고, 순서는 forward에서 적용하세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.net = nn.Sequential(*[modules[i] for i in order])

    def forward(self, x):
        return self.net(x)
