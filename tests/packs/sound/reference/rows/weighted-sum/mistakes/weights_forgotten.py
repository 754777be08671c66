"""
en: The weights are never used.
ko: 가중치를 쓰지 않았습니다.
"""


def weighted_sum(x, w):
    return x.sum(dim=1) + 0 * w.sum()
