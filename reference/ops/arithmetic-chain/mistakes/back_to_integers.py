"""
en: The result was converted back to the dtype of a: for integers that cuts off the fraction, and 19.5 becomes 19.
ko: 결과를 a의 dtype으로 되돌렸습니다. 정수라면 소수 부분이 잘려 19.5가 19가 됩니다.
"""


def calc(a, b, c, d, e):
    return ((a + b) * c - d / e).to(a.dtype)
