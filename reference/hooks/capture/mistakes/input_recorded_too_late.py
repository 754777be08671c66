"""
en: Both are recorded in the forward hook. It does not run when forward raises, so the input of that call is missing,
    and that is the one you want to see. Use a forward pre-hook for the inputs.
ko: 입력과 출력을 모두 forward hook에서 기록했습니다. forward에서 예외가 나면 실행되지 않으므로 정작 보고 싶은 그
    호출의 입력이 빠집니다. 입력은 forward_pre_hook에서 기록하세요.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])

    def hook(module, args, output):
        record.inputs.append(args)
        record.outputs.append(output)

    handle = module.register_forward_hook(hook)
    try:
        yield record
    finally:
        handle.remove()
