"""
en: The condition is the wrong way round. zero=True means that the gradient starts from zero.
ko: 조건이 거꾸로입니다. zero=True가 기울기를 0에서 시작하라는 뜻입니다.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        if not zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad.clone())
    return grads
