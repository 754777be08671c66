"""
en: inputs = [] in the class body makes one list for all captures, so a new block starts with the records of the old
    ones. Make the lists in __init__.
ko: 클래스 본문에 쓴 inputs = []는 모든 capture가 함께 쓰는 리스트 하나입니다. 그래서 새 블록에 예전 기록이 남아
    있습니다. __init__에서 만드세요.
"""


class capture:
    inputs = []  # noqa: RUF012
    outputs = []  # noqa: RUF012

    def __init__(self, module):
        self.module = module

    def __enter__(self):
        self.before = self.module.register_forward_pre_hook(lambda module, args: self.inputs.append(args))
        self.after = self.module.register_forward_hook(lambda module, args, output: self.outputs.append(output))
        return self

    def __exit__(self, *error):
        self.before.remove()
        self.after.remove()
