"""
en: Only tensors whose name ends in weight were saved; biases and buffers are missing.
ko: 이름이 weight로 끝나는 텐서만 저장해서 bias와 버퍼가 빠졌습니다.
"""

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": {name: value for name, value in model.state_dict().items() if name.endswith("weight")},
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
