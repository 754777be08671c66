"""
en: The hooks were registered on all submodules too, so their inputs and outputs are mixed in. Only the given module
    is to be watched.
ko: 하위 모듈에도 모두 hook을 걸어서 그 입출력까지 섞여 들어왔습니다. 주어진 모듈 하나만 지켜보세요.
"""

import contextlib
from types import SimpleNamespace


@contextlib.contextmanager
def capture(module):
    record = SimpleNamespace(inputs=[], outputs=[])
    handles = []
    for each in module.modules():
        handles.append(each.register_forward_pre_hook(lambda module, args: record.inputs.append(args)))
        handles.append(each.register_forward_hook(lambda module, args, output: record.outputs.append(output)))
    try:
        yield record
    finally:
        for handle in handles:
            handle.remove()
