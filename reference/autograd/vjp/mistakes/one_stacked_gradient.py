"""
en: All gradients were made long and joined into one tensor. Return a list with one gradient for each input, each of
    its input's shape.
ko: 모든 기울기를 펴서 텐서 하나로 이어 붙였습니다. 입력마다 하나씩, 입력과 같은 shape의 기울기를 list에 담아
    돌려주세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    fn(*leaves).backward(gradient=weights)
    return torch.cat([torch.zeros_like(x).flatten() if x.grad is None else x.grad.flatten() for x in leaves])
