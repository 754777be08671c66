"""
en: backward hands grad_output on unchanged, as if y were x. Multiply it by dy/dx.
ko: backward가 y와 x가 같다는 듯이 grad_output을 그대로 넘깁니다. dy/dx를 곱하세요.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.relu() ** 2

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output.clone()


squared_relu = SquaredReLU.apply
