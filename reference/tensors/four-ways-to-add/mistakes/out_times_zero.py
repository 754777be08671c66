"""
en: Multiplying by 0 does not empty out: nan * 0 and inf * 0 are nan, and the sum is added to that. Overwrite the old
    numbers: torch.add(x, y, out=out), or out.copy_(x + y).
ko: 0을 곱한다고 out이 비워지지 않습니다. nan * 0과 inf * 0은 nan이고, 합이 거기에 더해집니다. torch.add(x, y,
    out=out)이나 out.copy_(x + y)로 예전 값을 덮어쓰세요.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    out.mul_(0).add_(a)
    x.add_(y)
    return a, b, out, x
