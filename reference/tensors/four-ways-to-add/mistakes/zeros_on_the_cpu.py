"""
en: The first sum starts from torch.zeros, on the CPU, to which an x on a GPU can't be added. x + y makes its result
    where x and y are.
ko: 첫 번째 합을 torch.zeros로 CPU에서 시작했습니다. x가 GPU에 있으면 더할 수 없습니다. x + y의 결과는 x, y와
    같은 장치에 생깁니다.
"""

import torch


def add_four_ways(x, y, out):
    a = torch.zeros(x.shape, dtype=x.dtype)
    a += x
    a += y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x.add_(y)
    return a, b, out, x
