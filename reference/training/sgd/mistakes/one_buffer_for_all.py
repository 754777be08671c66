"""
en: All parameters share one momentum buffer, so the velocity of one moves the next (and fails when shapes
    differ). Keep a buffer for each parameter.
ko: 모든 파라미터가 momentum 버퍼 하나를 같이 씁니다. 한 파라미터의 속도가 다음 파라미터를 움직이고,
    shape이 다르면 실패합니다. 파라미터마다 버퍼를 두세요.
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
            if self.buffers:
                g = self.momentum * self.buffers[0] + g
            self.buffers[0] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
