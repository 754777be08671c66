"""
en: requires_grad_() was called on the caller's own tensors. They remember every operation and their gradient from
    then on. Work on x.detach().
ko: 호출한 쪽의 텐서에 바로 requires_grad_()를 불렀습니다. 그 텐서들은 이후의 모든 연산과 기울기를 계속 기억하게
    됩니다. x.detach()로 만든 텐서를 쓰세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    for x in inputs:
        x.requires_grad_()
        x.grad = None
    fn(*inputs).backward(gradient=weights)
    return [torch.zeros_like(x) if x.grad is None else x.grad for x in inputs]
