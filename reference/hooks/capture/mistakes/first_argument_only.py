"""
en: Only args[0] is recorded. A module may take several inputs: record the whole tuple.
ko: args[0]만 기록했습니다. 모듈은 입력을 여러 개 받을 수 있으니 tuple 전체를 기록하세요.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    before = module.register_forward_pre_hook(lambda module, args: record.inputs.append(args[0]))
    after = module.register_forward_hook(lambda module, args, output: record.outputs.append(output))
    try:
        yield record
    finally:
        before.remove()
        after.remove()
