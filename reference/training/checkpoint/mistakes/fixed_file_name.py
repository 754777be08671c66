"""
en: The path was ignored for a fixed file name, so the last checkpoint overwrites all others.
ko: path를 무시하고 정해진 파일 이름을 써서, 마지막 체크포인트가 다른 것을 모두 덮어씁니다.
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
    for name in ("checkpoint.pt", path):
        torch.save(checkpoint, name)


def load(path, model, opt):
    checkpoint = torch.load("checkpoint.pt", map_location="cpu", weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
