"""
en: The hook computes the clipped gradient and does not return it, so the old one is used.
ko: hook이 자른 기울기를 계산만 하고 돌려주지 않아서 원래 기울기가 쓰입니다. return하세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        if norm > limit:
            grad = grad * (limit / norm)

    return t.register_hook(hook), log
