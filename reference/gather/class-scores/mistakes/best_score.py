"""
en: This is the highest score of each place. The score of the right class is asked for, which need not be the highest.
ko: 자리마다 가장 높은 점수를 골랐습니다. 필요한 것은 정답 클래스의 점수이고, 그것이 가장 높으라는 법은 없습니다.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.amax(class_dim)
