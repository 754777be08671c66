"""
en: `p.data = p.data - ...` gives the parameter new memory. What shares the old memory (a tied layer, a view, a
    flattened copy for DDP) keeps the old values. Write in place: p.sub_() under torch.no_grad().
ko: `p.data = p.data - ...`는 파라미터에 새 메모리를 줍니다. 이전 메모리를 함께 쓰던
    쪽(뷰, DDP의 버퍼 등)은 옛 값에 머뭅니다. torch.no_grad() 안에서 p.sub_()처럼
    제자리에서 쓰세요.
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
                g = self.momentum * self.buffers[p] + g
            self.buffers[p] = g
            p.data = p.data - self.lr * g  # in place: everybody who holds this parameter sees the update
