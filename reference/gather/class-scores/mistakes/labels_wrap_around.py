"""
en: A wrong label is wrapped around and gets the score of a class that nobody meant. take_along_dim does this
    silently, and so does % C. Use gather, which raises, or check the labels yourself.
ko: 잘못된 레이블이 한 바퀴 돌아 엉뚱한 클래스의 점수를 받습니다. take_along_dim은 조용히 이렇게 동작하고, % C도
    마찬가지입니다. 예외를 내는 gather를 쓰거나 레이블을 직접 검사하세요.
"""

import torch


def pick_class_scores(logits, target, class_dim=1):
    return torch.take_along_dim(logits, target.unsqueeze(class_dim), dim=class_dim).squeeze(class_dim)
