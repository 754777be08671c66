"""
en: The weighted outputs were averaged, so every gradient is divided by the number of outputs. Add them up.
ko: 가중치를 곱한 출력을 평균 내어 모든 기울기가 출력 개수로 나누어졌습니다. 더하기만 하세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    output = fn(*leaves)
    (output if weights is None else output * weights).mean().backward()
    return [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
