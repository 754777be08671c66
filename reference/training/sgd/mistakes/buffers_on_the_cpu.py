"""
en: The momentum buffers are made with torch.zeros, on the CPU. A gradient on a GPU can't be added to them.
    torch.zeros_like(p) makes them where the parameter is.
ko: 모멘텀 버퍼를 torch.zeros로 CPU에 만들었습니다. GPU에 있는 기울기는 더할 수 없습니다.
    torch.zeros_like(p)는 파라미터와 같은 장치에 만듭니다.
"""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.params = list(params)
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
            if p not in self.buffers:
                self.buffers[p] = torch.zeros(p.shape, dtype=p.dtype)
            g = p.grad + self.weight_decay * p
            g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p -= self.lr * g
