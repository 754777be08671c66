"""
en: The new dim was put at the end, whatever class_dim is. The index must have its dim of size 1 where logits has its
    classes: unsqueeze(class_dim).
ko: class_dim과 상관없이 새 차원을 맨 끝에 넣었습니다. index의 크기 1인 차원은 logits의 클래스 자리에 있어야 합니다.
    unsqueeze(class_dim)을 쓰세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.gather(class_dim, target.unsqueeze(-1)).squeeze(class_dim)
