"""
en: load returns the epoch after the saved one. It returns what was saved; what to do next is the caller's
    business.
ko: 저장한 epoch보다 하나 큰 값을 반환합니다. 저장한 값을 그대로 반환해야 합니다. 다음에 할 일은 호출한
    쪽이 정합니다.
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
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"] + 1, checkpoint["best"]
