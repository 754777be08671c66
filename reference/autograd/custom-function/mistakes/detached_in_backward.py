"""
en: backward computes with a detached grad_output. The first derivative is right, but to whoever differentiates
    again the incoming gradient is a constant. Use it as it is.
ko: backward가 detach한 grad_output으로 계산합니다. 첫 번째 도함수는 맞지만 다시 미분하면 받은 기울기가 상수로
    취급됩니다. 그대로 쓰세요.
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
        return grad_output.detach() * 2 * x.relu()


squared_relu = SquaredReLU.apply
