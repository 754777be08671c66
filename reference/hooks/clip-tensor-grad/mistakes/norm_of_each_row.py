"""
en: Each row got a norm of its own. There is one norm, over all elements of the gradient.
ko: 행마다 norm을 따로 구했습니다. norm은 기울기의 모든 원소로 구한 하나의 값입니다.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        log.append(grad.norm().item())
        if not grad.dim():
            return grad * min(1.0, limit / log[-1])
        rows = grad.norm(dim=-1, keepdim=True)
        return grad * (limit / rows).clamp(max=1.0)

    return t.register_hook(hook), log
