"""
en: The gradient starts from zero every time, also with zero=False. This problem wants to see it accumulate.
ko: zero=False일 때도 매번 0에서 시작합니다. 누적되는 모습을 보여야 합니다.
"""

def grads_after(fn, w, n, zero):
    grads = []
    for _ in range(n):
        leaf = w.detach().clone().requires_grad_()
        fn(leaf).backward()
        grads.append(leaf.grad.clone())
    return grads
