import torch


class SGD:
    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.params = [p for p in params]
        self.velocity = [torch.zeros_like(p) for p in self.params]
        self.lr, self.momentum, self.weight_decay = lr, momentum, weight_decay

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

    def step(self):
        with torch.no_grad():
            for p, v in zip(self.params, self.velocity):
                if p.grad is not None:
                    v.mul_(self.momentum).add_(p.grad).add_(p, alpha=self.weight_decay)
                    p.sub_(v, alpha=self.lr)
