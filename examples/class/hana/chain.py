from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        out = x
        for i in self.order:
            out = self.layers[i](x)
        return out
