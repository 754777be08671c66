"""
en: x is kept in an attribute of the class, which all calls share. The second call overwrites what the first one
    needs for its backward. Use ctx.save_for_backward.
ko: x를 모든 호출이 함께 쓰는 클래스 속성에 두었습니다. 두 번째 호출이 첫 번째 호출의 backward에 필요한 값을
    덮어씁니다. ctx.save_for_backward를 쓰세요.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    x = None

    @staticmethod
    def forward(ctx, x):
        SquaredReLU.x = x
        return x.relu() ** 2

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * 2 * SquaredReLU.x.relu()


squared_relu = SquaredReLU.apply
