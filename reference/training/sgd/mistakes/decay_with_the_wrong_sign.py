"""
en: Weight decay is subtracted from the gradient, which makes weights grow. The gradient of (wd / 2) * p**2 is
    +wd * p.
ko: weight decay를 기울기에서 뺐기 때문에 가중치가 오히려 커집니다. (wd / 2) * p**2의
    기울기는 +wd * p입니다.
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
            g = p.grad - self.weight_decay * p
            if p in self.buffers:
                g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
