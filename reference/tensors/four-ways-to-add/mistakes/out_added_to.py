"""
en: out += x + y adds to the old numbers in out. They should be overwritten: torch.add(x, y, out=out).
ko: out += x + y는 out에 있던 예전 값에 더합니다. torch.add(x, y, out=out)으로 덮어써야 합니다.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    out += x + y
    x.add_(y)
    return a, b, out, x
