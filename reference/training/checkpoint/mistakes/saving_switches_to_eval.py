"""
en: save puts the model into eval mode and leaves it there, so the training that goes on is another one. Saving
    changes nothing.
ko: save가 모델을 eval 모드로 바꾸고 그대로 둡니다. 이어지는 학습이 달라집니다. 저장은 아무것도 바꾸지
    않아야 합니다.
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
    model.eval()
    torch.save(checkpoint, path)


def load(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
