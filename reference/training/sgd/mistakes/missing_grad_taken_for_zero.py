"""
en: A parameter without a gradient was treated as if its gradient were zero, so weight decay and old momentum
    still move it. Skip it: `continue`.
ko: 기울기가 없는 파라미터의 기울기를 0으로 보았습니다. 그래서 weight decay와 이전 momentum이
    그 파라미터를 움직입니다. `continue`로 건너뛰세요.
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
            grad = torch.zeros_like(p) if p.grad is None else p.grad
            # Not `+=`: that would write into p.grad, which belongs to the caller.
            g = grad + self.weight_decay * p
            if p in self.buffers:
                g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
