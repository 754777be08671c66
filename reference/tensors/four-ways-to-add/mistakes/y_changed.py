"""
en: y.add_(x) writes the sum into y. The tensor before the dot is the one that changes: x.add_(y).
ko: y.add_(x)는 합을 y에 씁니다. 점 앞에 있는 텐서가 바뀝니다. x.add_(y)로 쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    return a, b, out, y.add_(x)
