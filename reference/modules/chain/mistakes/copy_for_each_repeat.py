"""
en: The modules are registered, but forward uses copies that stand in a Python list: training changes the registered
    ones and never those that compute. Use self.layers[i] in forward.
ko: 모듈을 등록은 했지만 forward에서는 파이썬 리스트에 든 복사본을 씁니다. 학습하면 등록된 모듈만 바뀌고 실제로
    계산하는 복사본은 그대로입니다. forward에서 self.layers[i]를 쓰세요.
"""

import copy

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.steps = [copy.deepcopy(modules[i]) for i in order]

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x
