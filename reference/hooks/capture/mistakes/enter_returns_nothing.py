"""
en: __enter__ returns nothing, so the name after `as` is None. Return self.
ko: __enter__가 아무것도 돌려주지 않아서 as 뒤의 이름이 None이 됩니다. self를 돌려주세요.
"""


class capture:
    def __init__(self, module):
        self.module = module
        self.inputs = []
        self.outputs = []

    def __enter__(self):
        self.before = self.module.register_forward_pre_hook(lambda module, args: self.inputs.append(args))
        self.after = self.module.register_forward_hook(lambda module, args, output: self.outputs.append(output))

    def __exit__(self, *error):
        self.before.remove()
        self.after.remove()
