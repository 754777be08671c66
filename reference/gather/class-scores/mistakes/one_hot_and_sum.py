"""
en: Multiplying by a one-hot mask and adding up is not picking: -inf * 0 is nan, so one class that was ruled out
    spoils the score of the right one. gather looks at the right one only.
ko: one-hot 마스크를 곱해서 더하는 것은 고르는 것이 아닙니다. -inf * 0은 nan이라서 후보에서 뺀 클래스 하나가 정답
    점수를 망칩니다. gather는 정답 점수만 읽습니다.
"""

import torch.nn.functional as F


def pick_class_scores(logits, target, class_dim=1):
    mask = F.one_hot(target, logits.size(class_dim)).movedim(-1, class_dim)
    return (logits * mask.to(logits.dtype)).sum(class_dim, dtype=logits.dtype)
