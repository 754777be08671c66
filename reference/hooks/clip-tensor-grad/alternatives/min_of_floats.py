def clip_tensor_grad(t, limit):
    log = []

    def hook(g):
        log.append((g * g).sum().sqrt().item())
        return g * min(1.0, limit / (log[-1] or 1.0)) if log[-1] else g

    return t.register_hook(hook), log
