"""
en: x.add_(y) came first, so the other three added y once more to the new x. Do it last.
ko: x.add_(y)를 먼저 해서 나머지 셋은 바뀐 x에 y를 한 번 더 더했습니다. 맨 마지막에 하세요.
"""

import torch


def add_four_ways(x, y, out):
    x.add_(y)
    return x + y, torch.add(x, y), torch.add(x, y, out=out), x
