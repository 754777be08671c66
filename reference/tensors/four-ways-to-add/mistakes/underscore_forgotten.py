"""
en: x.add(y) without the underscore returns a new tensor, and nobody kept it: x is unchanged. Write x.add_(y).
ko: 밑줄이 없는 x.add(y)는 새 텐서를 돌려주는데 그 값을 쓰지 않아 x가 그대로입니다. x.add_(y)로 쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x.add(y)
    return a, b, out, x
