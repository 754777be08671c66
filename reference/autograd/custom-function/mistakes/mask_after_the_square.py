"""
en: The square is computed first and the mask multiplied afterwards. The square of a large negative number is inf, and
    inf * 0 is nan. Set negative numbers to 0 first: x.relu() ** 2.
ko: 먼저 제곱하고 나중에 마스크를 곱했습니다. 절댓값이 아주 큰 음수는 제곱하면 inf가 되고 inf * 0은 nan입니다. 음수를
    먼저 0으로 만드세요. x.relu() ** 2입니다.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x * (x > 0)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x * (x > 0)


squared_relu = SquaredReLU.apply
