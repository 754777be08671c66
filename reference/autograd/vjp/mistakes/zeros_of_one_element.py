"""
en: The zeros of an unused input have the wrong shape. A gradient always looks like its input: torch.zeros_like(x).
ko: 쓰이지 않은 입력의 0이 shape이 다릅니다. 기울기의 shape과 dtype은 언제나 입력과 같습니다. torch.zeros_like(x)를
    쓰세요.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    fn(*leaves).backward(gradient=weights)
    return [torch.zeros(1, device=x.device) if x.grad is None else x.grad for x in leaves]
