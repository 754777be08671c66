"""
en: Weight decay is applied to the weights apart from the momentum (that is AdamW's idea). In SGD it is part of
    the gradient, before the momentum.
ko: weight decay를 momentum과 따로 가중치에 적용했습니다(AdamW의 방식). SGD에서는
    momentum을 계산하기 전에 기울기에 더합니다.
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
            p -= self.lr * (g + self.weight_decay * p)  # in place: everybody who holds this parameter sees the update
