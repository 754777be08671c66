import torch


class SGD(object):
    def __init__(self, params, lr, momentum=0, weight_decay=0):
        self.group = {"params": list(params), "lr": lr, "momentum": momentum, "weight_decay": weight_decay}
        self.state = {}

    def zero_grad(self):
        for p in self.group["params"]:
            if p.grad is not None:
                p.grad = torch.zeros_like(p.grad)

    def _direction(self, i, p):
        d = p.grad.detach().clone()
        if self.group["weight_decay"]:
            d = d.add(p.data, alpha=self.group["weight_decay"])
        if self.group["momentum"]:
            d = d if i not in self.state else self.state[i] * self.group["momentum"] + d
            self.state[i] = d.clone()
        return d

    def step(self):
        for i, p in enumerate(self.group["params"]):
            if p.grad is None:
                continue
            p.data.add_(-self.group["lr"] * self._direction(i, p))
