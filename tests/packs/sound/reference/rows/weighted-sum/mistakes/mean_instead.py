"""
en: The mean is taken. The task asks for the sum.
ko: 평균을 구했습니다. 합을 구하세요.
"""


def weighted_sum(x, w):
    return (x * w).mean(dim=1)
