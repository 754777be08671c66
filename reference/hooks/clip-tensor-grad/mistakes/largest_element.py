"""
en: The largest element was used as the norm. The norm is the square root of the sum of all squares.
ko: 가장 큰 원소를 norm으로 썼습니다. norm은 모든 원소의 제곱을 더한 값의 제곱근입니다.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.abs().max().item() if grad.numel() else 0.0
        log.append(norm)
        return grad * (limit / norm) if norm > limit else grad

    return t.register_hook(hook), log
