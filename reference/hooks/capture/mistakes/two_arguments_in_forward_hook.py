"""
en: A forward hook is called with three arguments, (module, args, output); only a pre-hook is called with two.
ko: forward hook은 (module, args, output) 세 인자로 호출됩니다. 두 인자를 받는 것은 pre-hook입니다.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    before = module.register_forward_pre_hook(lambda module, args: record.inputs.append(args))
    after = module.register_forward_hook(lambda module, output: record.outputs.append(output))
    try:
        yield record
    finally:
        before.remove()
        after.remove()
