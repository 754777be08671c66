import torch
from torch import nn


def init_linear(model, w, b):
    @torch.no_grad()  # filling is no computation that anybody wants to differentiate
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.fill_(w)  # in place: the Parameter object stays, and with it every optimizer that holds it
            if module.bias is not None:
                module.bias.fill_(b)

    return model.apply(init)  # apply returns the model
