"""
en: The hook computes output + k but does not return it, so nothing changes. What a forward hook returns replaces the
    output; None leaves it alone.
ko: hook이 output + k를 계산만 하고 return하지 않아서 아무것도 바뀌지 않습니다. forward hook이 돌려준 값이 출력을
    대신하고, None이면 그대로 둡니다.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        output = output + k if not isinstance(output, tuple) else tuple(part + k for part in output)

    return module.register_forward_hook(hook)
