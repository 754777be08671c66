"""
en: detach() shares its memory with w, and the step that was taken writes into it: the caller's w moves. Neither a
    step nor a write was asked for.
ko: detach()는 w와 메모리를 공유하므로, step을 하면서 호출한 쪽의 w까지 바뀌었습니다. step도, w를 고치는 일도 필요
    없습니다.
"""

import torch


def grads_after(fn, w, n, zero):
    leaf = w.detach().requires_grad_()
    grads = []
    for _ in range(n):
        if zero:
            leaf.grad = None
        fn(leaf).backward()
        grads.append(leaf.grad.clone())
    with torch.no_grad():
        leaf -= 0.1 * grads[-1] if grads else 0
    return grads
