"""
en: torch.zeros(B, D) is float32, and what is written into it becomes float32 as well. Make it in the dtype and on the
    device of x: x.new_zeros(B, D).
ko: torch.zeros(B, D)는 float32라서 그 안에 쓴 값도 float32가 됩니다. x.new_zeros(B, D)처럼 x의 dtype과 device로
    만드세요.
"""

import torch


def last_valid(x, lengths):
    result = torch.zeros(x.size(0), x.size(2), device=x.device)
    some = lengths > 0
    result[some] = x[some, lengths[some] - 1].float()
    return result
