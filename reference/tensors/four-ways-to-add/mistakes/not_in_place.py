"""
en: x = x + y makes a new tensor and leaves the caller's x as it was. In place means x.add_(y) or x += y.
ko: x = x + y는 새 텐서를 만들고 호출한 쪽의 x는 그대로 둡니다. in-place 덧셈은 x.add_(y)나 x += y입니다.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x = x + y
    return a, b, out, x
