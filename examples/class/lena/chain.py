from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        # A ModuleList registers what it holds; a Python list would hide it from parameters() and state_dict().
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
