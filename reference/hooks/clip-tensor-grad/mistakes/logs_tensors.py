"""
en: The log holds 0-d tensors. Python floats are asked for: norm.item() or float(norm).
ko: log에 0차원 텐서가 들어 있습니다. norm.item()이나 float(norm)으로 파이썬 float을 기록하세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm()
        log.append(norm)
        return grad * (limit / norm) if norm > limit else grad

    return t.register_hook(hook), log
