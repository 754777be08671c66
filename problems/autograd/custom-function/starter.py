import torch


class SquaredReLU(torch.autograd.Function):
    """y = relu(x)**2 with a backward of its own."""

    @staticmethod
    def forward(ctx, x):
        # What will backward need? ctx.save_for_backward(...) keeps it for this call.
        raise NotImplementedError("SquaredReLU.forward is not written yet / 아직 작성하지 않았습니다")

    @staticmethod
    def backward(ctx, grad_output):
        # The gradient of the output times dy/dx. Don't write into grad_output.
        raise NotImplementedError("SquaredReLU.backward is not written yet / 아직 작성하지 않았습니다")


squared_relu = SquaredReLU.apply
