"""
en: When no input requires a gradient the entries of grad_input are None, and None can't be added. Leave such a call
    alone.
ko: 기울기가 필요한 입력이 없으면 grad_input의 항목이 None이라 더할 수 없습니다. 그런 경우에는 그대로 두세요.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        total = sum(grad_input)
        return tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook)
