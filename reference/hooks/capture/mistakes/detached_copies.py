"""
en: Detached copies were recorded. The statement asks for the objects themselves, with their graph.
ko: detach한 복사본을 기록했습니다. 계산 그래프가 달린 바로 그 객체를 기록해야 합니다.
"""

import contextlib
from types import SimpleNamespace


def copied(value):
    if isinstance(value, tuple):
        return tuple(copied(item) for item in value)
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    return value.detach().clone()


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    before = module.register_forward_pre_hook(lambda module, args: record.inputs.append(copied(args)))
    after = module.register_forward_hook(lambda module, args, output: record.outputs.append(copied(output)))
    try:
        yield record
    finally:
        before.remove()
        after.remove()
