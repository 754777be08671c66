"""
en: detach() gives a tensor that shares its memory with .grad, so it is no copy. zero_() before the next backward
    and that backward itself change what you wrote down. Use clone().
ko: detach()는 .grad와 메모리를 공유하는 텐서를 주므로 복사본이 아닙니다. 다음 zero_()와 backward가 적어 둔 값을
    바꿉니다. clone()을 쓰세요.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for _ in range(n):
        if zero and w.grad is not None:
            w.grad.zero_()
        fn(w).backward()
        grads.append(w.grad.detach())
    return grads
