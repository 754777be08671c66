"""
en: The sum was taken over all elements, which gives one number. Divide element by element: the sum runs over the
    inputs.
ko: 모든 원소를 더해서 숫자 하나로 나누었습니다. 합은 입력들 사이에서 구하고, 나눗셈은 원소별로 해야 합니다.
"""

import torch


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        total = torch.cat(grad_input).sum()
        return tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook)
