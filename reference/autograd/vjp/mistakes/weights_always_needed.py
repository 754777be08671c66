"""
en: Without weights this fails, or takes zeros for them. A single number needs none: backward() counts it once.
ko: weights를 생략하면 0으로 처리되어 기울기가 모두 0입니다. 숫자 하나에는 weights가 필요 없습니다. backward()가
    그것을 1로 봅니다.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    output = fn(*leaves)
    if weights is None:
        weights = torch.zeros_like(output)
    output.backward(gradient=weights)
    return [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
