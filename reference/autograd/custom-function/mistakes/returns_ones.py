"""
en: backward returns ones. It has to return grad_output times dy/dx.
ko: backward가 1만 돌려줍니다. grad_output에 dy/dx를 곱한 값을 돌려주어야 합니다.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.relu() ** 2

    @staticmethod
    def backward(ctx, grad_output):
        return torch.ones_like(grad_output)


squared_relu = SquaredReLU.apply
