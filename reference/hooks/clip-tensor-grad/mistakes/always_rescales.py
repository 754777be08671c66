"""
en: Short gradients are stretched to the limit as well. Clipping only shortens: scale where norm > limit.
ko: 짧은 기울기까지 limit으로 늘렸습니다. 자르기는 줄이기만 하는 것이니 norm > limit일 때만 곱하세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        return grad * (limit / norm) if norm else grad

    return t.register_hook(hook), log
