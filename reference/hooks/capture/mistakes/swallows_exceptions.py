"""
en: A true value returned by __exit__ (or an except that does not raise again) swallows the exception, and the caller
    never learns that something failed. Return nothing.
ko: __exit__가 True를 돌려주면(또는 except에서 다시 raise하지 않으면) 예외가 사라져 호출한 쪽은 실패를 알 수
    없습니다. 아무것도 돌려주지 마세요.
"""


class capture:
    def __init__(self, module):
        self.module = module
        self.inputs = []
        self.outputs = []

    def __enter__(self):
        self.before = self.module.register_forward_pre_hook(lambda module, args: self.inputs.append(args))
        self.after = self.module.register_forward_hook(lambda module, args, output: self.outputs.append(output))
        return self

    def __exit__(self, *error):
        self.before.remove()
        self.after.remove()
        return True
