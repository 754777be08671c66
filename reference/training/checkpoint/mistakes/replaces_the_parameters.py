"""
en: The model gets new Parameter objects, and the optimizer goes on updating the old ones. load_state_dict
    copies into those that are there.
ko: 모델에 새 Parameter 객체를 넣어서 optimizer는 계속 옛 파라미터를 갱신합니다.
    load_state_dict는 있는 파라미터에 값을 복사합니다.
"""

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
    model.load_state_dict(checkpoint["model"])
    for module in model.modules():
        for name, p in list(module.named_parameters(recurse=False)):
            setattr(module, name, torch.nn.Parameter(p.detach().clone()))
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
