"""
en: requires_grad was put back, but the caller's tensors keep their .grad. The next call adds to it, because
    gradients accumulate.
ko: requires_grad는 되돌렸지만 호출한 쪽 텐서에 .grad가 남았습니다. 기울기는 누적되므로 다음에 부르면 그 위에
    더해집니다.
"""

import torch


def vjp(fn, inputs, weights=None):
    for x in inputs:
        x.requires_grad_(True)
    fn(*inputs).backward(gradient=weights)
    grads = [torch.zeros_like(x) if x.grad is None else x.grad for x in inputs]
    for x in inputs:
        x.requires_grad_(False)
    return grads
