"""
en: zero is not looked at: the gradients accumulate also with zero=True.
ko: zero를 확인하지 않아 zero=True일 때도 기울기가 누적됩니다.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        fn(w).backward()
        grads.append(w.grad.clone())
    return grads
