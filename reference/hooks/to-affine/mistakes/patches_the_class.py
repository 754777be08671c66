"""
en: type(module).forward = ... changes the class, and with it every other instance, which has no W and b. Store the
    new forward on the object.
ko: type(module).forward = ...는 클래스를 바꾸므로 W와 b가 없는 다른 인스턴스까지 바뀝니다. 새 forward를 객체에
    저장하세요.
"""

import torch
from torch import nn


def forward(self, x):
    return x @ self.W.T + self.b


def to_affine(model, d):
    def convert(module):
        if type(module).__name__.startswith("Function_"):
            module.W = nn.Parameter(torch.randn(d, d))
            module.b = nn.Parameter(torch.zeros(d))
            type(module).forward = forward

    return model.apply(convert)
