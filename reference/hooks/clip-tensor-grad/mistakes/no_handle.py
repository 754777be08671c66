"""
en: Only the log is returned, so the hook can't be removed. Return the pair (handle, log).
ko: log만 돌려주어서 hook을 지울 수 없습니다. (handle, log)를 함께 돌려주세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        return grad * (limit / norm) if norm > limit else grad

    t.register_hook(hook)
    return log
