"""
en: The function made in the loop reads the loop variable when it is called, so every module uses W and b of the last
    one. Bind with types.MethodType, or pass the module as an argument.
ko: 반복문 안에서 만든 함수는 호출될 때 반복 변수를 읽으므로 모든 모듈이 마지막 모듈의 W와 b를 씁니다.
    types.MethodType으로 묶거나 모듈을 인자로 넘기세요.
"""

import torch
from torch import nn


def to_affine(model, d):
    functions = [module for module in model.modules() if type(module).__name__.startswith("Function_")]
    for module in functions:
        module.W = nn.Parameter(torch.randn(d, d))
        module.b = nn.Parameter(torch.zeros(d))
        module.forward = lambda x: x @ module.W.T + module.b  # noqa: B023
    return model
