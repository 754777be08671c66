"""
en: k was made a tensor with torch.full, on the CPU. A model on a GPU can't add it to its output. Add the number
    itself: output + k works on every device.
ko: k를 torch.full로 CPU 텐서로 만들었습니다. GPU에 있는 모델의 출력에는 더할 수 없습니다. 숫자를 그대로 더하세요.
    output + k는 어느 장치에서나 동작합니다.
"""

import torch


def add_to_output(module, k):
    def add(part):
        return part + torch.full(part.shape, k, dtype=part.dtype)

    def hook(module, args, output):
        return tuple(map(add, output)) if isinstance(output, tuple) else add(output)

    return module.register_forward_hook(hook)
