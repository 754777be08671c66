"""
en: The first result is a view of x and the second one out itself. The numbers agree now, but change as soon as x or
    out does: make new tensors.
ko: 첫 번째 결과는 x의 뷰이고 두 번째 결과는 out 자신입니다. 지금은 값이 맞지만 x나 out이 바뀌면 함께 바뀝니다. 새
    텐서를 만드세요.
"""

import torch


def add_four_ways(x, y, out):
    torch.add(x, y, out=out)
    x.add_(y)
    return x.view_as(x), out, out, x
