"""
en: The results are in the order (best, epoch); it is (epoch, best).
ko: 반환 순서가 (best, epoch)입니다. (epoch, best)여야 합니다.
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
    return checkpoint["best"], checkpoint["epoch"]
