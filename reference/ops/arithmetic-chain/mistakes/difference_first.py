"""
en: c - d / e was computed first and then multiplied. The product (a + b) * c comes before the subtraction.
ko: c - d / e를 먼저 계산하고 곱했습니다. 곱셈 (a + b) * c가 뺄셈보다 먼저입니다.
"""


def calc(a, b, c, d, e):
    return (a + b) * (c - d / e)
