"""
en: Negative inputs have to give 0, in the value and in the derivative. Here they are squared like the positive
    ones.
ko: 음수 입력은 값도 도함수도 0이어야 합니다. 여기서는 양수처럼 제곱되었습니다.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.abs() ** 2

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x.abs()


squared_relu = SquaredReLU.apply
