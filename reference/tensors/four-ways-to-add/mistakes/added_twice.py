"""
en: y was added to x twice: x += y and x.add_(y) are the same operation. Once is enough.
ko: x에 y를 두 번 더했습니다. x += y와 x.add_(y)는 같은 연산이므로 한 번만 하세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x += y
    x.add_(y)
    return a, b, out, x
