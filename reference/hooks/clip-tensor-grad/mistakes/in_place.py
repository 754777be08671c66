"""
en: The gradient was scaled in place. The same tensor may be the gradient of another tensor too, as of u in t + u,
    and that one is now wrong. Return grad * factor, a new tensor.
ko: 기울기를 제자리에서 줄였습니다. 같은 텐서가 t + u의 u처럼 다른 텐서의 기울기이기도 해서 그쪽이 틀려집니다. 새
    텐서 grad * factor를 돌려주세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        if norm > limit:
            grad.mul_(limit / norm)
        return grad

    return t.register_hook(hook), log
