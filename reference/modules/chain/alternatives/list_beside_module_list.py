import torch.nn as nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.registered = nn.ModuleList(modules)
        self.steps = [modules[i] for i in order]

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x
