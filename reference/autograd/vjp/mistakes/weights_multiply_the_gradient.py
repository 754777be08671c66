"""
en: weights has the shape of the output and belongs there, before backward. Here the finished gradient is multiplied
    by it, which is right only where output i depends on input i alone.
ko: weights는 출력과 shape이 같고, backward 전에 출력에 곱해야 합니다. 다 구한 기울기에 곱하면 i번째 출력이 i번째
    입력에만 달려 있을 때만 맞습니다.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    fn(*leaves).sum().backward()
    grads = [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
    if weights is None:
        return grads
    return [(grad * weights).expand(weights.shape) for grad in grads]
