"""
en: The list holds w.grad itself, and zero_() wipes it in place. Entries written down earlier are wiped as well, the
    last one included. Append a clone.
ko: list에 w.grad 자체를 넣었는데 zero_()가 그 텐서를 제자리에서 지웁니다. 이미 적어 둔 원소까지 모두 0이 됩니다.
    clone을 넣으세요.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        fn(w).backward()
        grads.append(w.grad)
        if zero:
            w.grad.zero_()
    return grads
