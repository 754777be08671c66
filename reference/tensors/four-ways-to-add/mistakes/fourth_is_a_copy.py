"""
en: x was changed in place, but a copy of it was returned. The fourth result should be x itself.
ko: x를 제자리에서 바꾸기는 했지만 복사본을 돌려주었습니다. 네 번째 결과는 x 자신이어야 합니다.
"""

import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x.add_(y)
    return a, b, out, x.clone()
