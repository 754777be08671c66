from functools import reduce

import torch


class Chain(torch.nn.Module):
    def __init__(self, modules, order):
        super(Chain, self).__init__()
        self.parts = torch.nn.ModuleDict({str(i): m for i, m in enumerate(modules)})
        self.register_buffer("order", torch.tensor(order, dtype=torch.long), persistent=False)

    def forward(self, x):
        return reduce(lambda value, i: self.parts[str(i)](value), self.order.tolist(), x)
