"""
en: torch.tensor(x.tolist()) makes a new tensor of default dtype without any history: float64 becomes float32, an
    empty batch loses its shape, and no gradient flows back.
ko: torch.tensor(x.tolist())는 기본 dtype의 새 텐서를 만듭니다. float64는 float32가 되고, 빈 배치는 shape을 잃고,
    기울기도 돌아가지 않습니다.
"""

import torch


def to_batched_vector(x):
    return torch.tensor(x.flatten(1).tolist())
