"""
en: module.forward was replaced by a function of your own. It runs before all hooks, so the order is wrong, and
    remove() is easily forgotten. Register a forward hook.
ko: module.forward를 직접 만든 함수로 바꾸었습니다. 이 함수는 모든 hook보다 먼저 실행되어 순서가 틀리게 됩니다.
    forward hook을 등록하세요.
"""


def add_to_output(module, k):
    original = module.forward

    def forward(*args, **kwargs):
        output = original(*args, **kwargs)
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    module.forward = forward

    class Handle:
        def remove(self):
            module.forward = original

    return Handle()
