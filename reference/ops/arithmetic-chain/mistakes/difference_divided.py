"""
en: Everything was divided by e. Only d is: the quotient d / e is computed before the subtraction.
ko: 식 전체를 e로 나누었습니다. e로 나누는 것은 d뿐이며, d / e를 먼저 계산한 뒤에 뺍니다.
"""


def calc(a, b, c, d, e):
    return ((a + b) * c - d) / e
