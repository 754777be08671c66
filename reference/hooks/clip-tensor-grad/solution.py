def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        if norm > limit:  # so a norm of zero is never divided by
            return grad * (limit / norm)  # a new tensor: the old one may belong to others as well
        return grad

    return t.register_hook(hook), log
