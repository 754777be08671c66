"""
en: The output was detached before k was added, so no gradient flows through the module any more.
ko: k를 더하기 전에 출력을 detach해서 더 이상 기울기가 모듈을 지나 흐르지 않습니다.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part.detach() + k for part in output)
        return output.detach() + k

    return module.register_forward_hook(hook)
