"""
en: sum makes int64 of int32 and of bool. The result should have the dtype of logits: gather keeps it, and
    sum(dim, dtype=logits.dtype) would, too.
ko: sum은 int32와 bool을 int64로 바꿉니다. 결과의 dtype은 logits와 같아야 합니다. gather는 dtype을 유지하고,
    sum을 쓴다면 sum(dim, dtype=logits.dtype)이라고 해야 합니다.
"""

import torch


def pick_class_scores(logits, target, class_dim=1):
    classes = logits.size(class_dim)
    if ((target < 0) | (target >= classes)).any():
        raise IndexError("a label is beyond the classes")
    last = logits.movedim(class_dim, -1)
    right = torch.arange(classes, device=logits.device) == target.unsqueeze(-1)
    return torch.where(right, last, torch.zeros_like(last)).sum(-1)
