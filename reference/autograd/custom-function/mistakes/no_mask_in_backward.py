"""
en: backward uses 2 * x everywhere. Where x is negative y is constantly 0, and so the gradient is 0 there: 2 *
    relu(x).
ko: backward가 모든 곳에서 2 * x를 씁니다. x가 음수인 곳에서 y는 늘 0이므로 기울기도 0입니다. 2 * relu(x)여야
    합니다.
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
        return grad_output * 2 * x


squared_relu = SquaredReLU.apply
