"""
en: register_module_forward_hook is global: it changes the output of every module there is. Register the hook on this
    module.
ko: register_module_forward_hook은 전역 hook이라 모든 모듈의 출력을 바꿉니다. 이 모듈에만 등록하세요.
"""

from torch.nn.modules.module import register_module_forward_hook


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    return register_module_forward_hook(hook)
