"""
en: Vectors were made into matrices and never back: two vectors give [1, 1] in place of a tensor without dims. The dim
    that was added has to go again.
ko: 벡터를 행렬로 바꾸고 되돌리지 않아, 벡터 둘의 곱이 차원 없는 텐서가 아니라 [1, 1]입니다. 넣은 차원은 다시 없애야
    합니다.
"""


def product(a, b):
    if a.dim() == 1:
        a = a.unsqueeze(0)
    if b.dim() == 1:
        b = b.unsqueeze(1)
    return a @ b
