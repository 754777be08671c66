"""
en: clamp turns a wrong label into the nearest class, and nobody ever learns that the data is broken. Let gather
    raise.
ko: clamp는 잘못된 레이블을 가장 가까운 클래스로 바꿔 버려서 데이터가 잘못되었다는 사실을 아무도 모르게 됩니다.
    gather가 예외를 내도록 두세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    index = target.clamp(0, logits.size(class_dim) - 1).unsqueeze(class_dim)
    return logits.gather(class_dim, index).squeeze(class_dim)
