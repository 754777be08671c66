"""
en: grad_output is multiplied in place. Other branches of the graph use the same tensor, and their gradients become
    wrong. Return a new tensor.
ko: grad_output을 제자리에서 곱했습니다. 그래프의 다른 갈래가 같은 텐서를 쓰고 있어 그쪽 기울기가 틀려집니다. 새
    텐서를 돌려주세요.
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
        return grad_output.mul_(2 * x.relu())


squared_relu = SquaredReLU.apply
