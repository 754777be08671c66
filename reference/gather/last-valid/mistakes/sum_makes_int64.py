"""
en: sum makes int64 of int32 and of bool. The result should have the dtype of x: gather keeps it, and
    sum(1, dtype=x.dtype) would, too.
ko: sum은 int32와 bool을 int64로 바꿉니다. 결과의 dtype은 x와 같아야 합니다. gather는 dtype을 유지하고, sum을
    쓴다면 sum(1, dtype=x.dtype)이라고 해야 합니다.
"""

import torch


def last_valid(x, lengths):
    is_last = torch.arange(1, x.size(1) + 1, device=x.device) == lengths.view(-1, 1)
    return torch.where(is_last.unsqueeze(2), x, torch.zeros_like(x)).sum(1)
