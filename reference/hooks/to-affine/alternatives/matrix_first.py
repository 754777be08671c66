from torch import nn


def to_affine(model, d):
    def convert(module):
        if not type(module).__name__.startswith("Function_"):
            return
        layer = nn.Linear(d, d)  # lends its first values
        module.W, module.b = layer.weight, layer.bias

        def forward(x):
            columns = module.W @ x.unsqueeze(-1)
            return columns.squeeze(-1) + module.b

        module.forward = forward

    return model.apply(convert)
