"""
en: t.grad was clipped after accumulation, so earlier gradients are clipped again with each backward, and
    intermediate results have no t.grad. A hook of t.register_hook sees each gradient by itself.
ko: 누적된 뒤의 t.grad를 잘랐습니다. backward마다 이전 기울기까지 다시 잘리고, 계산 도중의 텐서에는 t.grad가
    없습니다. t.register_hook의 hook은 들어온 기울기를 하나씩 따로 봅니다.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(t):
        norm = t.grad.norm().item()
        log.append(norm)
        if norm > limit:
            t.grad = t.grad * (limit / norm)

    return t.register_post_accumulate_grad_hook(hook), log
