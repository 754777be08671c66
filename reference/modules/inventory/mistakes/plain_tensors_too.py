"""
en: A tensor that is merely stored in an attribute is fetched as well. Only a registered one is a buffer.
ko: 속성에 그냥 저장해 둔 텐서까지 돌려줍니다. 등록한 텐서만 buffer입니다.
"""

import torch
from torch import nn


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name, _ in model.named_buffers()],
        "children": [name for name, _ in model.named_children()],
        "modules": [name for name, _ in model.named_modules()],
    }


def fetch(model, path):
    found = model
    for name in path.split(".") if path else []:
        if not isinstance(found, nn.Module):
            raise AttributeError(path)
        found = getattr(found, name)
    if not isinstance(found, (nn.Module, torch.Tensor)):
        raise AttributeError(path)
    return found
