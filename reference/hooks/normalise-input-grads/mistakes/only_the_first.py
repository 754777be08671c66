"""
en: Only the first input's gradient was divided. Every input gets its share.
ko: 첫 번째 입력의 기울기만 나누었습니다. 모든 입력의 기울기를 나누어야 합니다.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        return (grad_input[0] / sum(grad_input), *grad_input[1:])

    return module.register_full_backward_hook(hook)
