"""
en: weight_decay is stored and never used.
ko: weight_decay를 저장만 하고 쓰지 않았습니다.
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
            g = p.grad.clone()
            if p in self.buffers:
                g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
