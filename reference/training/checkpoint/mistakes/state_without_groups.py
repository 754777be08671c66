"""
en: Only the optimizer's `state` was saved. Its param_groups hold the learning rate, which a schedule may have
    changed: save the whole opt.state_dict().
ko: optimizer의 `state`만 저장했습니다. param_groups에는 스케줄이 바꾸었을 수 있는
    학습률이 들어 있습니다. opt.state_dict() 전체를 저장하세요.
"""

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": model.state_dict(),
        "opt": opt.state_dict()["state"],
        "epoch": epoch,
        "best": best,
    }
    torch.save(checkpoint, path)


def load(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict({**opt.state_dict(), "state": checkpoint["opt"]})
    return checkpoint["epoch"], checkpoint["best"]
