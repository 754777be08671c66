"""
en: The hook unpacks exactly two gradients. A module may have one input or three: go through the whole tuple.
ko: hook이 기울기를 정확히 두 개로 풀었습니다. 입력은 하나일 수도 셋일 수도 있으니 tuple 전체를 다루세요.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        a, b = grad_input
        if a is None:
            return None
        return a / (a + b), b / (a + b)

    return module.register_full_backward_hook(hook)
