"""
en: backward runs in torch.no_grad(), so what it computes can't be differentiated again. Take no_grad away.
ko: backward를 torch.no_grad() 안에서 실행해서 그 결과를 다시 미분할 수 없습니다. no_grad를 지우세요.
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
        with torch.no_grad():
            return grad_output * 2 * x.relu()


squared_relu = SquaredReLU.apply
