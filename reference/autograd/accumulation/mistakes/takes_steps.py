"""
en: After each backward a step was taken, so the next loss is computed at another w. Only gradients were asked for.
ko: backward 뒤에 step까지 해서 다음 loss가 다른 w에서 계산되었습니다. 기울기만 구하면 됩니다.
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
        with torch.no_grad():
            w -= 0.1 * w.grad
    return grads
