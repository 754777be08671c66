"""
en: _forward_hooks.clear() throws away other people's hooks as well. Remove your own, by their handles.
ko: _forward_hooks.clear()는 다른 사람의 hook까지 지웁니다. handle로 자기 hook만 지우세요.
"""


class capture:
    def __init__(self, module):
        self.module = module
        self.inputs = []
        self.outputs = []

    def __enter__(self):
        self.module.register_forward_pre_hook(lambda module, args: self.inputs.append(args))
        self.module.register_forward_hook(lambda module, args, output: self.outputs.append(output))
        return self

    def __exit__(self, *error):
        self.module._forward_pre_hooks.clear()
        self.module._forward_hooks.clear()
