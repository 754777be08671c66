"""
en: The weights are saved in float16 to make the file smaller. Training then resumes from rounded weights.
ko: 파일을 줄이려고 가중치를 float16으로 저장했습니다. 반올림된 가중치에서 학습을 이어 가게 됩니다.
"""

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": {name: value.half() for name, value in model.state_dict().items()},
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
    return checkpoint["epoch"], checkpoint["best"]
