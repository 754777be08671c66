"""
en: Each gradient was divided by its own sum, so it adds up to 1 over its elements. It is the inputs that shall add
    up to 1, at each position.
ko: 기울기마다 자기 원소의 합으로 나누어서 한 텐서 안의 합이 1이 되었습니다. 각 위치에서 입력들의 값을 더했을 때 1이
    되어야 합니다.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        return tuple(g / g.sum() for g in grad_input)

    return module.register_full_backward_hook(hook)
