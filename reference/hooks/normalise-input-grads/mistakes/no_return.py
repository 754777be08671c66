"""
en: The new gradients are computed but not returned, so the old ones are used. Return the tuple.
ko: 새 기울기를 계산만 하고 돌려주지 않아서 예전 기울기가 그대로 쓰입니다. tuple을 return하세요.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return
        total = sum(grad_input)
        grad_input = tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook)
