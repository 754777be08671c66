"""
en: Of a tuple only the first tensor was changed. k belongs to every one of them.
ko: tuple에서 첫 번째 텐서만 바꾸었습니다. 모든 원소에 k를 더해야 합니다.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return (output[0] + k, *output[1:])
        return output + k

    return module.register_forward_hook(hook)
