"""
en: b was transposed first, which is what nn.Linear does with its weight. Here the last dim of a meets the second last
    dim of b as it is.
ko: b를 먼저 전치했습니다. nn.Linear가 weight에 하는 일입니다. 여기서는 a의 마지막 차원과 b의 뒤에서 두 번째 차원이
    그대로 만나야 합니다.
"""


def product(a, b):
    return a @ (b.transpose(-1, -2) if b.dim() > 1 else b)
