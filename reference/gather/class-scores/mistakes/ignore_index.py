"""
en: -100 was ignored, as cross_entropy does with its ignore_index. Nobody asked for that here: -100 is a label beyond
    the classes, and it has to raise like any other.
ko: cross_entropy의 ignore_index처럼 -100을 무시했습니다. 이 문제에는 그런 약속이 없습니다. -100도 클래스 범위를
    벗어난 레이블이므로 다른 수와 똑같이 예외가 나야 합니다.
"""


def pick_class_scores(logits, target, class_dim=1):
    ignored = target == -100
    index = target.masked_fill(ignored, 0).unsqueeze(class_dim)
    return logits.gather(class_dim, index).squeeze(class_dim).masked_fill(ignored, 0)
