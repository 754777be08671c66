"""
en: A tensor that fn did not use has grad None, and so the list holds None. The gradient of something that has no
    influence is zero.
ko: fn이 쓰지 않은 텐서의 grad는 None이어서 list에 None이 들어갔습니다. 영향이 없는 입력의 기울기는 0입니다.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    fn(*leaves).backward(gradient=weights)
    return [x.grad for x in leaves]
