"""
en: requires_grad_() was called on the caller's w, and its .grad is left behind. The next call goes on adding to it.
    Work on w.detach().
ko: 호출한 쪽의 w에 바로 requires_grad_()를 불렀고 .grad도 남았습니다. 다음에 부르면 그 위에 계속 더해집니다.
    w.detach()로 만든 텐서를 쓰세요.
"""

def grads_after(fn, w, n, zero):
    w.requires_grad_()
    grads = []
    for _ in range(n):
        if zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad.clone())
    return grads
