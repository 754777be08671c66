"""
en: sum() counts every output once, so weights has no effect. Pass it on: backward(gradient=weights), or multiply
    before you add up.
ko: sum()은 모든 출력을 똑같이 한 번씩 더하므로 weights가 아무 영향을 주지 못합니다. backward(gradient=weights)로
    넘기거나, 곱한 다음 더하세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    fn(*leaves).sum().backward()
    return [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
