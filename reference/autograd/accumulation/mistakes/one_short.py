"""
en: There is one gradient too few: range(1, n) has n - 1 items.
ko: 기울기가 하나 모자랍니다. range(1, n)은 n - 1번 돕니다.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(1, n):
        if zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad.clone())
    return grads
