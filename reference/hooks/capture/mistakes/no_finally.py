"""
en: The handles are removed only when the block ends well. An exception is thrown in at the yield and skips the lines
    behind it: put them into finally.
ko: 블록이 정상으로 끝날 때만 handle을 지웁니다. 예외는 yield 자리에서 다시 일어나 그 뒤의 줄을 건너뛰므로 finally에
    넣어야 합니다.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    before = module.register_forward_pre_hook(lambda module, args: record.inputs.append(args))
    after = module.register_forward_hook(lambda module, args, output: record.outputs.append(output))
    yield record
    before.remove()
    after.remove()
