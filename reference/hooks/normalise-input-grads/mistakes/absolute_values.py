"""
en: The gradients were divided by the sum of their absolute values. Signs count: the shares shall add up to 1.
ko: 절댓값의 합으로 나누었습니다. 부호를 그대로 더해야 나눈 값들의 합이 1이 됩니다.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        total = sum(g.abs() for g in grad_input)
        return tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook)
