"""
en: prepend=True puts the hook before those that were registered earlier. Hooks run in the order of registration.
ko: prepend=True를 쓰면 먼저 등록된 hook보다 앞에서 실행됩니다. hook은 등록한 순서대로 실행되어야 합니다.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    return module.register_forward_hook(hook, prepend=True)
