"""
en: register_backward_hook sees the gradients of the module's last operation, not those of its inputs. Use
    register_full_backward_hook.
ko: register_backward_hook은 모듈의 입력이 아니라 마지막 연산의 기울기를 봅니다. register_full_backward_hook을
    쓰세요.
"""

import warnings


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        total = sum(grad_input)
        return tuple(g / total for g in grad_input)

    warnings.simplefilter("ignore")
    return module.register_backward_hook(hook)
