from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i].forward(x)
        return x
