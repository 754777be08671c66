"""
en: An epsilon was added to the norm, so the result is a little shorter than the limit. Where norm > limit there is
    nothing to protect: divide by the norm itself.
ko: norm에 epsilon을 더해서 결과가 limit보다 조금 짧습니다. norm > limit인 곳에서는 0으로 나눌 일이 없으니 norm
    그대로 나누세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        return grad * min(1.0, limit / (norm + 1e-6))

    return t.register_hook(hook), log
