"""
en: The derivative of a square is 2 times what was squared. The 2 is missing.
ko: 제곱의 도함수에는 2가 붙습니다. 2를 빠뜨렸습니다.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.relu() ** 2

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x.relu()


squared_relu = SquaredReLU.apply
