import torch


class Plus(torch.nn.Module):
    def __init__(self, amount):
        super(Plus, self).__init__()
        self.register_buffer("amount", torch.tensor(float(amount)), persistent=False)

    def forward(self, x):
        return torch.add(x, self.amount)


class Calculator(torch.nn.Module):
    def __init__(self, ops):
        super(Calculator, self).__init__()
        self.ops = torch.nn.Module()
        for name in ops:
            self.ops.add_module(name, Plus(ops[name]))

    def forward(self, x, names):
        table = dict(self.ops.named_children())
        unknown = [name for name in names if name not in table]
        if unknown:
            raise ValueError(f"I do not know {unknown}")
        for name in names:
            x = table[name](x)
        return x
