"""
en: This is the gradient of relu alone. The square has a derivative as well: 2 * relu(x).
ko: relu만 미분한 기울기입니다. 제곱의 도함수 2 * relu(x)도 곱해야 합니다.
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
        return grad_output * (x > 0)


squared_relu = SquaredReLU.apply
