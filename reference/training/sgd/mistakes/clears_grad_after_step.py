"""
en: step also clears the gradients. That is zero_grad's job: code that reads p.grad after step, or wants to
    accumulate, finds nothing.
ko: step이 기울기까지 지웁니다. 그것은 zero_grad가 할 일입니다. step 다음에 p.grad를
    읽거나 누적하려는 코드는 아무것도 찾지 못합니다.
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
            p -= self.lr * g
            p.grad = None
