"""
en: The outputs were moved to the CPU, to save the GPU's memory. On a GPU .cpu() copies, so the record does not hold
    the output itself. Leave moving to the caller.
ko: GPU 메모리를 아끼려고 출력을 CPU로 옮겼습니다. GPU에서 .cpu()는 복사이므로 기록에 출력 자체가 남지 않습니다.
    옮기는 일은 호출한 쪽에 맡기세요.
"""

import contextlib
from types import SimpleNamespace

import torch


@contextlib.contextmanager
def capture(module):
    def keep(module, args, output):
        record.outputs.append(output.cpu() if isinstance(output, torch.Tensor) else output)

    record = SimpleNamespace(inputs=[], outputs=[])
    handles = [
        module.register_forward_pre_hook(lambda module, args: record.inputs.append(args)),
        module.register_forward_hook(keep),
    ]
    try:
        yield record
    finally:
        for handle in handles:
            handle.remove()
