"""
en: The weights go into a deepcopy, so the model that the caller holds stays as it was. Load into the given
    object.
ko: deepcopy한 모델에 가중치를 읽어서, 호출한 쪽의 모델은 그대로입니다. 받은 객체에 읽어 들이세요.
"""

import copy

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": model.state_dict(),
        "opt": opt.state_dict(),
        "epoch": epoch,
        "best": best,
    }
    torch.save(checkpoint, path)


def load(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model = copy.deepcopy(model)
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
