from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        for number, module in enumerate(modules):
            self.add_module(f"step{number}", module)
        self.names = [f"step{number}" for number in order]

    def forward(self, x):
        out = x.clone()
        for name in self.names:
            out = getattr(self, name)(out)
        return out
