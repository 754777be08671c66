"""
en: The gradient was zeroed after backward and before it was written down, so all entries are zero. Zero first, or
    after writing down.
ko: backward를 한 뒤 적기 전에 0으로 만들어서 모든 원소가 0입니다. backward 전이나 적은 뒤에 0으로 만드세요.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        fn(w).backward()
        if zero:
            w.grad.zero_()
        grads.append(w.grad.clone())
    return grads
