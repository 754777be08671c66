"""
en: The gradients were divided by grad_output, the gradient at the output. The sum of the input gradients is asked
    for.
ko: 출력의 기울기인 grad_output으로 나누었습니다. 입력 기울기들의 합으로 나누어야 합니다.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        return tuple(g / grad_output[0] for g in grad_input)

    return module.register_full_backward_hook(hook)
