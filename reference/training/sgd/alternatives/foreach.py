import torch


class SGD:
    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.params = tuple(params)
        self.hyper = (lr, momentum, weight_decay)
        self.state = {id(p): torch.zeros_like(p, requires_grad=False) for p in self.params}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    @torch.no_grad()
    def step(self):
        lr, momentum, weight_decay = self.hyper
        live = [p for p in self.params if p.grad is not None]
        if not live:
            return
        grads = torch._foreach_add([p.grad for p in live], live, alpha=weight_decay)
        buffers = [self.state[id(p)] for p in live]
        torch._foreach_mul_(buffers, momentum)
        torch._foreach_add_(buffers, grads)
        torch._foreach_add_(live, buffers, alpha=-lr)
