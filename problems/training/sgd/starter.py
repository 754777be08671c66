import torch


class SGD:
    """w <- w - lr * (momentum and weight decay applied to the gradient)."""

    def __init__(self, params, lr, momentum=0, weight_decay=0):
        # 1. Store the parameters so that they can be walked at every step.
        # 2. One momentum buffer for each parameter: where do you keep them?
        raise NotImplementedError("SGD.__init__ is not written yet / 아직 작성하지 않았습니다")

    def zero_grad(self):
        raise NotImplementedError("SGD.zero_grad is not written yet / 아직 작성하지 않았습니다")

    @torch.no_grad()
    def step(self):
        raise NotImplementedError("SGD.step is not written yet / 아직 작성하지 않았습니다")
