"""
en: Without map_location torch.load puts every tensor back on the device that it was saved from: a checkpoint from a GPU
    does not open on a machine without one.
ko: map_location이 없으면 torch.load가 텐서를 저장할 때의 device로 되돌립니다. GPU에서 쓴 체크포인트를 GPU가 없는
    컴퓨터에서 열 수 없습니다.
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
    checkpoint = torch.load(path, weights_only=True)
    # Both copy into the objects that they are given, on whatever device those are.
    model.load_state_dict(checkpoint["model"])
    opt.load_state_dict(checkpoint["opt"])
    return checkpoint["epoch"], checkpoint["best"]
