"""
en: The whole model object was pickled. Such a file needs the same source code to be read, can run anything on
    loading, and torch.load refuses it by default. Save state_dict().
ko: 모델 객체를 통째로 pickle했습니다. 읽으려면 같은 소스 코드가 있어야 하고, 읽을 때 어떤 코드든
    실행될 수 있어 torch.load가 기본으로 거부합니다. state_dict()를 저장하세요.
"""

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": model,
        "opt": opt.state_dict(),
        "epoch": epoch,
        "best": best,
    }
    torch.save(checkpoint, path)


def load(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=False)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"].state_dict())
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
