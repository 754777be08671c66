"""
en: torch.zeros makes the zeros for the empty sequences on the CPU. Where x lies on a GPU, torch.where refuses to
    mix the two. Use x.new_zeros(...) or torch.zeros_like, or masked_fill, which needs no second tensor.
ko: 길이가 0인 시퀀스에 쓸 0을 torch.zeros로 CPU에 만들었습니다. x가 GPU에 있으면 torch.where가 두 장치의
    텐서를 섞지 못합니다. x.new_zeros(...)나 torch.zeros_like를 쓰거나, 다른 텐서가 필요 없는
    masked_fill을 쓰세요.
"""

import torch


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    return torch.where(lengths.view(B, 1) == 0, torch.zeros(D, dtype=x.dtype), last)
