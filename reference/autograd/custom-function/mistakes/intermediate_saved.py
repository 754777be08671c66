"""
en: relu(x) was computed in forward and saved. forward is not recorded, so backward can't see that it came from x,
    and the second derivative lacks it. Save x and compute relu(x) again.
ko: forward에서 계산한 relu(x)를 저장했습니다. forward는 기록되지 않으므로 backward는 그것이 x에서 나왔다는 것을
    모르고, 이계도함수에서 그 몫이 빠집니다. x를 저장하고 relu(x)를 다시 계산하세요.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        positive = x.relu()
        ctx.save_for_backward(positive)
        return positive**2

    @staticmethod
    def backward(ctx, grad_output):
        (positive,) = ctx.saved_tensors
        return grad_output * 2 * positive


squared_relu = SquaredReLU.apply
