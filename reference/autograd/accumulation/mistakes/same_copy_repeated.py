"""
en: The gradient was copied once and the same copy put into the list n times. Whoever writes into one entry changes
    them all. Copy each time.
ko: 기울기를 한 번만 복사해서 같은 텐서를 n번 넣었습니다. 하나를 고치면 모두 바뀝니다. 매번 따로 복사하세요.
"""

def grads_after(fn, w, n, zero):
    leaf = w.detach().clone().requires_grad_()
    if n:
        fn(leaf).backward()
    if zero:
        return [leaf.grad] * n
    return [leaf.grad * i for i in range(1, n + 1)]
