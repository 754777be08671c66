"""
en: The first buffer is p.grad itself, not a copy. When the gradient is zeroed in place or accumulated, the
    momentum changes with it. Use p.grad.clone().
ko: 첫 버퍼가 복사본이 아니라 p.grad 그 자체입니다. 기울기를 제자리에서 0으로 만들거나 누적하면
    momentum도 함께 바뀝니다. p.grad.clone()을 쓰세요.
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
            if p.grad is not None:
                p.grad.zero_()

    @torch.no_grad()
    def step(self):
        for p in self.params:
            if p.grad is None:
                continue
            # Not `+=`: that would write into p.grad, which belongs to the caller.
            g = p.grad.add(p, alpha=self.weight_decay) if self.weight_decay else p.grad
            if p in self.buffers:
                g = self.buffers[p].mul_(self.momentum).add_(g)
            self.buffers[p] = g
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
