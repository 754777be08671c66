"""
en: The first two results are one and the same tensor: b = a copies nothing. Compute the sum a second time.
ko: 앞의 두 결과가 같은 텐서입니다. b = a는 복사가 아닙니다. 합을 한 번 더 계산하세요.
"""

import torch


def add_four_ways(x, y, out):
    a = b = x + y
    torch.add(x, y, out=out)
    x.add_(y)
    return a, b, out, x
