"""
en: class_dim is never used: the classes are always looked for in dim 1. Use it in unsqueeze, in gather and in
    squeeze.
ko: class_dim을 쓰지 않고 언제나 dim 1에서 클래스를 찾습니다. unsqueeze, gather, squeeze 세 곳에 모두 class_dim을
    쓰세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.gather(1, target.unsqueeze(1)).squeeze(1)
