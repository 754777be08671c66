"""
en: Only the first element of each row counts. Sum all of them.
ko: 행의 첫 원소만 셌습니다. 모두 더하세요.
"""


def weighted_sum(x, w):
    return x[:, 0] * w[0]
