"""
en: A negative class_dim was made positive with the dims of target, which has one fewer than logits: -1 came out as
    the dim before. unsqueeze, gather and squeeze all take negative numbers themselves.
ko: 음수 class_dim을 target의 차원 수로 바꿨는데 target은 logits보다 차원이 하나 적어서 한 칸 앞의 차원이 되었습니다.
    unsqueeze, gather, squeeze는 음수를 그대로 받습니다.
"""


def pick_class_scores(logits, target, class_dim=1):
    if class_dim < 0:
        class_dim = max(class_dim + target.dim(), 0)
    return logits.gather(class_dim, target.unsqueeze(class_dim)).squeeze(class_dim)
