"""
en: The mask is written into grad_output, which other branches of the graph share. Make a copy first, or multiply.
ko: 그래프의 다른 갈래와 함께 쓰는 grad_output에 마스크를 직접 써넣었습니다. 먼저 복사하거나 곱셈으로 바꾸세요.
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
        grad_output.data[x <= 0] = 0
        return grad_output * 2 * x


squared_relu = SquaredReLU.apply
