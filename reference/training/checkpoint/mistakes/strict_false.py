"""
en: strict=False hides missing and unexpected keys: a checkpoint of another architecture loads without a word
    and leaves layers untrained.
ko: strict=False는 빠진 키와 남는 키를 숨깁니다. 구조가 다른 체크포인트가 아무 말 없이 읽히고 일부
    층은 학습되지 않은 채로 남습니다.
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
    model.load_state_dict(checkpoint["model"], strict=False)
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
