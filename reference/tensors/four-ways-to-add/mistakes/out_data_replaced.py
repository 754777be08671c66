"""
en: out.data = ... hangs new memory into out: the object is the same, but the memory that the caller gave you, and every
    other view of it, never sees the sum. Write with out= instead.
ko: out.data = ...는 out에 새 메모리를 연결합니다. 객체는 같아도 호출한 쪽이 넘겨준 메모리와 그 메모리를 보는 다른
    뷰에는 합이 전해지지 않습니다. out=으로 값을 쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    out.data = x + y
    x.add_(y)
    return a, b, out, x
