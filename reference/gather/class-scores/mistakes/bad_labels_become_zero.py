"""
en: A label outside the classes was answered with a score of 0. That hides a mistake in the data: let gather raise.
ko: 클래스 범위를 벗어난 레이블에 점수 0을 돌려주었습니다. 데이터의 오류가 감춰지므로 gather가 예외를 내도록 두세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    bad = (target < 0) | (target >= logits.size(class_dim))
    index = target.masked_fill(bad, 0).unsqueeze(class_dim)
    return logits.gather(class_dim, index).squeeze(class_dim).masked_fill(bad, 0)
