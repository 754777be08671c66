"""
en: Entry i was divided by i, a running mean. backward adds, it does not average.
ko: i번째 원소를 i로 나누어 평균을 냈습니다. backward는 평균이 아니라 합을 만듭니다.
"""

def grads_after(fn, w, n, zero):
    w = w.detach().clone().requires_grad_()
    grads = []
    for i in range(n):
        if zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad / (i + 1))
    return grads
