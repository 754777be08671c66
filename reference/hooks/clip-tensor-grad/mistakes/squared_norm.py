"""
en: The sum of the squares was taken for the norm. Its square root is missing.
ko: 제곱의 합을 norm으로 썼습니다. 제곱근을 빠뜨렸습니다.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = (grad**2).sum().item()
        log.append(norm)
        return grad * (limit / norm) if norm > limit else grad

    return t.register_hook(hook), log
