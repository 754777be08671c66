"""
en: The handle is not returned, so the hook can never be removed.
ko: handle을 돌려주지 않아서 hook을 지울 방법이 없습니다.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        total = sum(grad_input)
        return tuple(g / total for g in grad_input)

    module.register_full_backward_hook(hook)
