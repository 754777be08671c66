"""
en: The result still has the class dim, with size 1. gather gives the shape of its index; take the dim out with
    squeeze(class_dim).
ko: 결과에 클래스 차원이 크기 1로 남아 있습니다. gather의 결과는 index와 같은 shape이므로 squeeze(class_dim)으로 그
    차원을 빼세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.gather(class_dim, target.unsqueeze(class_dim))
