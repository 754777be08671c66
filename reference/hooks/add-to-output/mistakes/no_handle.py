"""
en: The handle of register_forward_hook is not returned, so nobody can ever remove the hook.
ko: register_forward_hook이 준 handle을 return하지 않아서 아무도 hook을 지울 수 없습니다.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    module.register_forward_hook(hook)
