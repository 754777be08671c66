import torch


class SquaredReLU(torch.autograd.Function):
    """An output may be saved as well: autograd knows how it came about. The root has no slope at 0, so step aside."""

    @staticmethod
    def forward(ctx, x):
        y = torch.nn.functional.relu(x).square()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, grad_output):
        (y,) = ctx.saved_tensors
        safe = torch.where(y > 0, y, torch.ones_like(y))
        return grad_output * torch.where(y > 0, 2 * safe.sqrt(), torch.zeros_like(y))


squared_relu = SquaredReLU.apply
