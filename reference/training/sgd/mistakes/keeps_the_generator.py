"""
en: model.parameters() is a generator. It was stored as it is, so the first walk uses it up and later calls of
    zero_grad and step see no parameters. Store list(params).
ko: model.parameters()는 generator입니다. 그대로 저장하면 처음 한 번 순회한 뒤에는 비어
    버려서 이후의 zero_grad와 step이 아무 파라미터도 보지 못합니다. list(params)로
    저장하세요.
"""

import torch


class SGD:
    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.params = params
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
            p -= self.lr * g  # in place: everybody who holds this parameter sees the update
