"""
en: Inside torch.no_grad() nothing is recorded, so there is nothing to go backward through. Only leave the recording
    off where you need no gradient.
ko: torch.no_grad() 안에서는 연산이 기록되지 않아 backward가 거슬러 갈 그래프가 없습니다. 기울기가 필요 없는
    곳에서만 기록을 끄세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    with torch.no_grad():
        output = fn(*leaves)
    output.backward(gradient=weights)
    return [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
