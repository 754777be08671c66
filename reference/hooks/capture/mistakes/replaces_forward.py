"""
en: module.forward was replaced. It sees what it returns itself, before other hooks have changed it, and also records
    calls of module.forward(...). Use hooks.
ko: module.forward를 바꿔치기했습니다. 그러면 다른 hook이 바꾸기 전의 값을 보게 되고 module.forward(...)를 직접 부른
    것까지 기록됩니다. hook을 쓰세요.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    forward = module.forward

    def recording(*args):
        record.inputs.append(args)
        output = forward(*args)
        record.outputs.append(output)
        return output

    module.forward = recording
    try:
        yield record
    finally:
        module.forward = forward
