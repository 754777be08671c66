"""
en: The sum starts from torch.zeros, on the CPU, to which gradients on a GPU can't be added. Python's sum starts
    from the number 0, which fits every device; torch.zeros_like would, too.
ko: 합을 torch.zeros로 CPU에서 시작했습니다. GPU에 있는 기울기는 여기에 더할 수 없습니다. 파이썬의 sum은 숫자 0에서
    시작하므로 어느 장치에서나 동작합니다. torch.zeros_like도 됩니다.
"""

import torch


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if any(g is None for g in grad_input):
            return None
        total = torch.zeros(grad_input[0].shape, dtype=grad_input[0].dtype)
        for g in grad_input:
            total = total + g
        return tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook)
