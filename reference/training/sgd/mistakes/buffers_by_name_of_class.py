"""
en: The buffers live in the class, under the parameter's position, so two optimizers share them. Make the dict
    in __init__.
ko: 버퍼를 클래스 변수에 파라미터의 순번으로 저장해서 optimizer 두 개가 같은 버퍼를 씁니다. dict를
    __init__에서 만드세요.
"""

import torch


class SGD:
    buffers = {}

    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.params = list(params)
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay
        for i in range(len(self.params)):
            self.buffers.pop(i, None)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            g = p.grad + self.weight_decay * p
            if i in self.buffers:
                g = self.momentum * self.buffers[i] + g
            self.buffers[i] = g
            p -= self.lr * g
