"""
en: prepend=True makes the hook run before those that were registered earlier. Hooks run in the order of
    registration.
ko: prepend=True를 쓰면 먼저 등록된 hook보다 앞에서 실행됩니다. 등록한 순서대로 실행되어야 합니다.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        total = sum(grad_input)
        return tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook, prepend=True)
