"""
en: The zeros in e are replaced before the division, so a result comes out where there is none. PyTorch raises no error
    for a division by 0: it gives inf, -inf or nan, and that is what the formula means. A guard hides the problem.
ko: 나누기 전에 e의 0을 다른 수로 바꾸어서, 값이 없어야 할 자리에 그럴듯한 값이 나옵니다. PyTorch는 0으로 나누어도
    오류를 내지 않고 inf, -inf, nan을 주며, 이 식이 뜻하는 값도 그것입니다. 0을 미리 막으면 문제를 숨길 뿐입니다.
"""

import torch


def calc(a, b, c, d, e):
    e = torch.where(e == 0, torch.ones_like(e), e)
    return (a + b) * c - d / e
