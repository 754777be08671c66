"""
en: The weights are added. Multiply by them.
ko: 가중치를 더했습니다. 곱하세요.
"""


def weighted_sum(x, w):
    return (x + w).sum(dim=1)
