"""
en: relu_() works in place, so the caller's x loses its negative values. Use relu().
ko: relu_()는 제자리 연산이라 호출한 쪽의 x에서 음수가 사라집니다. relu()를 쓰세요.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.data.relu_() ** 2

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x.relu()


squared_relu = SquaredReLU.apply
