"""
en: The loss is computed once, and retain_graph=True runs backward through the same graph n times. A training loop
    computes a new loss before each backward(): call fn inside the loop.
ko: loss를 한 번만 계산해 두고 retain_graph=True로 같은 그래프를 n번 backward했습니다. 학습할 때는 backward()마다
    loss를 새로 계산합니다. fn을 반복문 안에서 부르세요.
"""


def grads_after(fn, w, n, zero):
    w = w.detach().requires_grad_()
    loss = fn(w)
    grads = []
    for _ in range(n):
        if zero:
            w.grad = None
        loss.backward(retain_graph=True)
        grads.append(w.grad.clone())
    return grads
