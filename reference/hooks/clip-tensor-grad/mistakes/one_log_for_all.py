"""
en: log=[] as a default argument is made once and shared by all calls. Make the list inside the function.
ko: 기본 인자 log=[]는 한 번만 만들어져 모든 호출이 함께 씁니다. 함수 안에서 리스트를 만드세요.
"""


def clip_tensor_grad(t, limit, log=[]):  # noqa: B006
    def hook(grad):
        norm = grad.norm().item()
        log.append(norm)
        return grad * (limit / norm) if norm > limit else grad

    return t.register_hook(hook), log
