"""
en: The hooks stay on the module after the block and go on recording. Remove both handles at the end.
ko: 블록이 끝나도 hook이 모듈에 남아 계속 기록합니다. 끝날 때 두 handle을 모두 remove하세요.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    module.register_forward_pre_hook(lambda module, args: record.inputs.append(args))
    module.register_forward_hook(lambda module, args, output: record.outputs.append(output))
    yield record
