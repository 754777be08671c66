import torch
from torch import nn


def inventory(model):
    params = list(model.parameters())
    return {
        "params": sum([torch.numel(p) for p in params]),
        "trainable": sum([torch.numel(p) for p in filter(lambda p: p.requires_grad, params)]),
        "buffers": [n for n, _ in model.named_buffers()],
        "children": [n for n, _ in model.named_children()],
        "modules": [n for n, _ in model.named_modules()],
    }


def fetch(model, path):
    found = model
    for name in path.split(".") if path else []:
        if not isinstance(found, nn.Module):
            raise AttributeError(path)
        owner, found = found, getattr(found, name)
    if isinstance(found, (nn.Module, nn.Parameter)) or any(found is buffer for buffer in owner.buffers(recurse=False)):
        return found
    raise AttributeError(path)
