"""
en: The gradients were stacked into one tensor. A list of n tensors was asked for, and torch.stack fails for n == 0.
ko: 기울기들을 텐서 하나로 쌓았습니다. 텐서 n개의 list를 돌려주어야 합니다. torch.stack은 n == 0이면 오류도 납니다.
"""

import torch


def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        if zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad.clone())
    return torch.stack(grads)
