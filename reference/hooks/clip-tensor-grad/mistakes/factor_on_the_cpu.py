"""
en: The factor was made a tensor with torch.full, on the CPU. A gradient on a GPU can't be multiplied by it. limit /
    norm is a number: multiply by that.
ko: 곱할 수를 torch.full로 CPU 텐서로 만들었습니다. GPU에 있는 기울기에는 곱할 수 없습니다. limit / norm은
    숫자이므로 그대로 곱하세요.
"""

import torch


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        factor = limit / norm if norm > limit else 1.0
        return grad * torch.full(grad.shape, factor, dtype=grad.dtype)

    return t.register_hook(hook), log
