"""
en: out.data = ... hangs new memory into out: the object is the same, but views of the caller's memory (and x, if they
    share it) no longer see what is written. Here it was x's own memory. Write with out= instead.
ko: out.data = ...는 out에 다른 메모리를 연결합니다. 객체는 같아도 메모리가 바뀌는데, 여기서는 x의 메모리를 함께 쓰게
    되었습니다. out=으로 값을 쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    x.add_(y)
    out.data = x.data
    return a, b, out, x
