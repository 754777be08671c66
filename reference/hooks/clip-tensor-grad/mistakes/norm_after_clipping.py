"""
en: The log holds the norms after clipping, which are never above the limit. Log the norm that arrives.
ko: log에 자른 뒤의 norm이 들어 있어 limit을 넘는 값이 없습니다. 들어온 기울기의 norm을 기록하세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        if norm > limit:
            grad = grad * (limit / norm)
        log.append(grad.norm().item())
        return grad

    return t.register_hook(hook), log
