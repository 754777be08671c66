"""
en: * multiplies element by element. The matrix product is @ or torch.matmul.
ko: *는 원소끼리 곱합니다. 행렬곱은 @ 또는 torch.matmul입니다.
"""


def product(a, b):
    return a * b
