"""
en: The dim argument is never used: the shares are always taken along the last dim. Pass dim on to max and sum.
ko: dim 인자를 쓰지 않아 언제나 마지막 차원을 따라 비율을 구합니다. max와 sum에 dim을 넘기세요.
"""


def softmax(x, dim):
    weights = (x - x.amax(-1, keepdim=True)).exp()
    return weights / weights.sum(-1, keepdim=True)
