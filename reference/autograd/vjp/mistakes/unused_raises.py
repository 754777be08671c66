"""
en: torch.autograd.grad refuses inputs that were not used, unless you pass allow_unused=True and turn the None that
    you get into zeros.
ko: torch.autograd.grad는 쓰이지 않은 입력이 있으면 오류를 냅니다. allow_unused=True를 주고, 그때 나오는 None을
    0으로 바꾸세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    return list(torch.autograd.grad(fn(*leaves), leaves, grad_outputs=weights))
