"""
en: dim 0 is summed, so that each column gives a number. Sum over dim 1.
ko: dim 0으로 더해 열마다 값이 나왔습니다. dim 1로 더하세요.
"""


def weighted_sum(x, w):
    return (x * w).sum(dim=0)
