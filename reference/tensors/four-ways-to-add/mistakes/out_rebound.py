"""
en: out = x + y gives the name out to a new tensor. The caller's tensor never sees the sum: use out=out, or write into
    it with copy_.
ko: out = x + y는 새 텐서에 out이라는 이름을 붙일 뿐입니다. 호출한 쪽의 텐서에는 합이 들어가지 않습니다. out=out을
    쓰거나 copy_로 값을 쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    out = x + y
    x.add_(y)
    return a, b, out, x
