"""
en: This is Nesterov's variant: the update looks ahead with g + momentum * buffer. Plain momentum moves by the
    buffer.
ko: 이것은 Nesterov 방식으로, g + momentum * buffer만큼 앞을 내다보고 움직입니다.
    보통의 momentum은 버퍼만큼 움직입니다.
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
            buffer = self.momentum * self.buffers[p] + g if p in self.buffers else g
            self.buffers[p] = buffer
            g = g + self.momentum * buffer
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
