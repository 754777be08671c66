"""
en: full_like(output, k) makes a tensor of the output's dtype. If those are integers, k = 0.5 becomes 0. Write output
    + k: PyTorch knows which dtype comes out of a tensor and a number.
ko: full_like(output, k)는 output의 dtype으로 텐서를 만듭니다. output이 정수면 k = 0.5가 0이 됩니다. output + k라고
    쓰세요. 텐서와 숫자를 더한 결과의 dtype은 PyTorch가 알아서 정합니다.
"""

import torch


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part + torch.full_like(part, k) for part in output)
        return output + torch.full_like(output, k)

    return module.register_forward_hook(hook)
