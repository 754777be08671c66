"""
en: gather ran along dim 2, the features, so it picked one feature of every step. The steps are dim 1.
ko: dim 2, 즉 특징 방향으로 gather해서 시점마다 특징 하나를 골랐습니다. 시점은 dim 1입니다.
"""


def last_valid(x, lengths):
    B, T, D = x.shape
    step = (lengths - 1).clamp(min=0, max=D - 1)
    last = x.gather(2, step.view(B, 1, 1).expand(B, T, 1)).squeeze(2)
    return last.masked_fill(lengths.view(B, 1) == 0, 0)
