"""
en: Each element was cut to [-limit, limit]. That changes the gradient's direction; clip the norm by scaling all of
    it.
ko: 원소마다 [-limit, limit]으로 잘랐습니다. 그러면 기울기의 방향이 바뀝니다. 전체에 같은 수를 곱해 norm을 줄이세요.
"""


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        log.append(grad.norm().item())
        return grad.clamp(-limit, limit)

    return t.register_hook(hook), log
