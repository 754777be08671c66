"""
en: The sum was written into out, but a copy of it was returned. The third result should be out itself.
ko: out에 합을 쓰기는 했지만 그 복사본을 돌려주었습니다. 세 번째 결과는 out 자신이어야 합니다.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x.add_(y)
    return a, b, out.clone(), x
