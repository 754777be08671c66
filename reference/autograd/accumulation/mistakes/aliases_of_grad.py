"""
en: The list holds w.grad itself n times, one tensor that every backward writes into. With zero=False all entries
    end up equal to the last. Append a clone.
ko: list에 w.grad 자체를 n번 넣었습니다. backward가 계속 덮어 쓰는 텐서 하나라서, zero=False이면 모든 원소가 마지막
    값이 됩니다. clone을 넣으세요.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        if zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad)
    return grads
