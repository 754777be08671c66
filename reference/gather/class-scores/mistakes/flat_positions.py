"""
en: In a flattened tensor a label beyond the classes is just a position further on: the score of the next row comes
    out, and nothing raises. Check the labels first, or let gather do it.
ko: 펼친 텐서에서는 클래스 범위를 벗어난 레이블도 조금 뒤의 위치일 뿐이라, 예외 없이 옆 행의 점수가 나옵니다. 레이블을
    먼저 검사하거나 gather에 맡기세요.
"""

import torch


def pick_class_scores(logits, target, class_dim=1):
    last = logits.movedim(class_dim, -1)
    rows = torch.arange(target.numel(), device=logits.device).view(target.shape)
    return last.reshape(-1)[rows * last.size(-1) + target]
