"""
en: @ is the matrix product. The formula multiplies element by element: *.
ko: @는 행렬곱입니다. 이 식은 원소끼리 곱하므로 *를 써야 합니다.
"""


def calc(a, b, c, d, e):
    return (a + b) @ c - d / e
