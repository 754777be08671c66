"""
en: Old hooks of the module are thrown away before the new one is registered. They belong to others: leave them.
ko: 새 hook을 등록하기 전에 모듈에 있던 hook을 지웠습니다. 그것은 다른 사람의 hook이니 그대로 두세요.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    module._forward_hooks.clear()
    return module.register_forward_hook(hook)
