"""
en: Keyword arguments are put behind the positional ones. inputs holds the tuple of positional arguments, and nobody
    could tell any more what was passed in which way.
ko: 위치 인자 뒤에 키워드 인자까지 이어 붙였습니다. inputs에는 위치 인자의 tuple만 들어가야 합니다. 이렇게 섞으면
    무엇을 어떻게 넘겼는지 알 수 없습니다.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])

    def before(module, args, kwargs):
        record.inputs.append((*args, *kwargs.values()))

    with (
        module.register_forward_pre_hook(before, with_kwargs=True),
        module.register_forward_hook(lambda module, args, output: record.outputs.append(output)),
    ):
        yield record
