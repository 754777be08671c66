"""
en: The forward hook returns the list of outputs, and what a forward hook returns replaces the module's output. A
    hook that only looks returns nothing.
ko: forward hook이 기록용 리스트를 돌려줍니다. forward hook이 돌려준 값은 모듈의 출력을 대신합니다. 보기만 하는
    hook은 아무것도 돌려주지 않습니다.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])

    def hook(module, args, output):
        record.outputs.append(output)
        return list(record.outputs)

    before = module.register_forward_pre_hook(lambda module, args: record.inputs.append(args))
    after = module.register_forward_hook(hook)
    try:
        yield record
    finally:
        before.remove()
        after.remove()
