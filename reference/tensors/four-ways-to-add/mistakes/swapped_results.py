"""
en: The last two results are in the wrong order: out is the third, x the fourth.
ko: 마지막 두 결과의 순서가 바뀌었습니다. 세 번째가 out, 네 번째가 x입니다.
"""

import torch


def add_four_ways(x, y, out):
    return x + y, torch.add(x, y), *reversed((torch.add(x, y, out=out), x.add_(y)))
