def grads_after(fn, w, n, zero):
    w = w.detach().requires_grad_()  # the same values, but a .grad of our own
    grads = []
    for _ in range(n):
        if zero:
            w.grad = None
        fn(w).backward()
        grads.append(w.grad.clone())  # w.grad itself is written into again the next time
    return grads
