"""
en: The lists are replaced at every call, so only the last call is left. Append to them.
ko: 호출할 때마다 리스트를 새로 만들어서 마지막 호출만 남습니다. append로 쌓으세요.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])

    def pre_hook(module, args):
        record.inputs = [args]

    def hook(module, args, output):
        record.outputs = [output]

    before = module.register_forward_pre_hook(pre_hook)
    after = module.register_forward_hook(hook)
    try:
        yield record
    finally:
        before.remove()
        after.remove()
