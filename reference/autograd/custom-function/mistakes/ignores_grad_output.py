"""
en: backward returns the derivative dy/dx alone. By the chain rule it has to be multiplied by grad_output, the
    gradient of the loss with respect to y.
ko: backward가 도함수 dy/dx만 돌려줍니다. 연쇄 법칙에 따라 y에 대한 loss의 기울기인 grad_output을 곱해야 합니다.
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
        return 2 * x.relu()


squared_relu = SquaredReLU.apply
