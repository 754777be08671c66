"""
en: The value is a tensor in a plain attribute. model.to(device) moves parameters and buffers only, so on a GPU it
    stays behind on the CPU. Keep the Python number, or register a buffer.
ko: 값을 일반 속성의 텐서로 두었습니다. model.to(device)는 파라미터와 buffer만 옮기므로 GPU로 옮겨도 이 값은 CPU에
    남습니다. 파이썬 숫자로 두거나 buffer로 등록하세요.
"""

import torch
from torch import nn


class Add(nn.Module):
    def __init__(self, value):
        super().__init__()
        self.value = torch.tensor([value], dtype=torch.float64)

    def forward(self, x):
        return x + self.value.to(x.dtype)


class Calculator(nn.Module):
    def __init__(self, ops):
        super().__init__()
        self.ops = nn.ModuleDict({name: Add(value) for name, value in ops.items()})

    def forward(self, x, names):
        for name in names:
            if name not in self.ops:
                raise ValueError(f"unknown operation {name!r}; there are {list(self.ops)}")
            x = self.ops[name](x)
        return x
