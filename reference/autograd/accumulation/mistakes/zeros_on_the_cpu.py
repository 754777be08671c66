"""
en: torch.zeros makes the first gradient on the CPU. Where w lies on a GPU, PyTorch does not accept it as w.grad.
    Leave w.grad at None, which backward fills by itself, or use torch.zeros_like(w).
ko: 처음 기울기를 torch.zeros로 CPU에 만들었습니다. w가 GPU에 있으면 PyTorch가 이것을 w.grad로 받지 않습니다.
    w.grad를 None으로 두면 backward가 알아서 채웁니다. 아니면 torch.zeros_like(w)를 쓰세요.
"""

import torch


def grads_after(fn, w, n, zero):
    w = w.detach().requires_grad_()
    w.grad = torch.zeros(w.shape, dtype=w.dtype)
    grads = []
    for _ in range(n):
        if zero:
            w.grad.zero_()
        fn(w).backward()
        grads.append(w.grad.clone())
    return grads
