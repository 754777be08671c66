"""
en: zero_grad never touches p.grad, so every backward adds to the gradients of all earlier steps. Set each
    p.grad to None (or zero it in place).
ko: zero_grad가 p.grad를 건드리지 않아 backward 때마다 이전 step의 기울기에 계속
    더해집니다. 각 p.grad를 None으로 두거나 제자리에서 0으로 만드세요.
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
            p = None

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            # Not `+=`: that would write into p.grad, which belongs to the caller.
            g = p.grad + self.weight_decay * p
            if p in self.buffers:
                g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
