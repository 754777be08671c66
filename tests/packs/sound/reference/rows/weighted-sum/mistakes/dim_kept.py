"""
en: keepdim leaves a dim of size 1. The result has one dim.
ko: keepdim 때문에 크기 1인 차원이 남았습니다. 결과는 1차원입니다.
"""


def weighted_sum(x, w):
    return (x * w).sum(dim=1, keepdim=True)
