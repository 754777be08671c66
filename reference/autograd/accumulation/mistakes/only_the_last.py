"""
en: Only the last gradient is returned. Write one down after every backward and return the list.
ko: 마지막 기울기만 돌려주었습니다. backward마다 하나씩 적어 list로 돌려주세요.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    for _ in range(n):
        if zero:
            w.grad = None
        fn(w).backward()
    return w.grad
