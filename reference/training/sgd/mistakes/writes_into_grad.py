"""
en: `p.grad += ...` writes the weight decay into the gradient itself. Whoever reads p.grad afterwards, or
    accumulates into it, gets a wrong value. Compute a new tensor.
ko: `p.grad += ...`는 weight decay를 기울기 자체에 써 넣습니다. 이후에 p.grad를
    읽거나 누적하는 쪽이 잘못된 값을 보게 됩니다. 새 텐서로 계산하세요.
"""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.params = list(params)  # model.parameters() is a generator: it can be walked only once
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self.buffers = {}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            # Not `+=`: that would write into p.grad, which belongs to the caller.
            p.grad += self.weight_decay * p
            g = p.grad.clone()
            if p in self.buffers:
                g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
