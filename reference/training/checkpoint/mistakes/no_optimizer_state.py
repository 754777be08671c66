"""
en: Only the model is saved. The optimizer starts again without its momenta and step counts (and with its old
    learning rate), so training goes on differently.
ko: 모델만 저장했습니다. optimizer가 momentum과 step 수 없이(학습률도 처음 값으로) 다시
    시작해서 학습이 다르게 이어집니다.
"""

import torch


def save(path, model, opt, epoch, best):
    # Plain containers of tensors and numbers: such a file can be read without running any code from it.
    checkpoint = {
        "model": model.state_dict(),
        "epoch": epoch,
        "best": best,
    }
    torch.save(checkpoint, path)


def load(path, model, opt):
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"])
    return checkpoint["epoch"], checkpoint["best"]
