from torch import nn


def init_linear(model, w, b):
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.constant_(module.weight, w)
            if module.bias is not None:
                nn.init.constant_(module.bias, b)
    return model
