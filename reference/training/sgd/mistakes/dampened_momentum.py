"""
en: The buffer is an average: momentum * buffer + (1 - momentum) * g. torch.optim.SGD adds the whole gradient:
    momentum * buffer + g.
ko: 버퍼를 momentum * buffer + (1 - momentum) * g로, 곧 평균으로 계산했습니다.
    torch.optim.SGD는 기울기를 그대로 더합니다: momentum * buffer + g.
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
            g = p.grad + self.weight_decay * p
            if p in self.buffers:
                g = self.momentum * self.buffers[p] + (1 - self.momentum) * g
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
