"""
en: a = x makes no copy: a += y changes x as well, and a is x itself. Then y is added again and again. Write a = x +
    y.
ko: a = x는 복사가 아닙니다. a += y는 x도 바꾸고 a는 x 자신이 됩니다. 그 뒤로 y가 거듭 더해집니다. a = x + y로 쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x
    a += y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x.add_(y)
    return a, b, out, x
