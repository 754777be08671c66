"""
en: The second handle was stored under the name of the first, so only one hook is removed and the other goes on
    recording. Keep both handles.
ko: 두 번째 handle을 첫 번째와 같은 이름에 저장해서 hook 하나만 지워지고 다른 하나는 계속 기록합니다. handle을 둘 다
    보관하세요.
"""


class capture:
    def __init__(self, module):
        self.module = module
        self.inputs = []
        self.outputs = []

    def __enter__(self):
        self.handle = self.module.register_forward_pre_hook(lambda module, args: self.inputs.append(args))
        self.handle = self.module.register_forward_hook(lambda module, args, output: self.outputs.append(output))
        return self

    def __exit__(self, *error):
        self.handle.remove()
