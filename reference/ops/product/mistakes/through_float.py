"""
en: Everything was converted to float32: integers come back as floats, and float64 loses half of its digits.
ko: 모두 float32로 바꾸었습니다. 정수가 실수로 나오고 float64는 정밀도를 절반 잃습니다.
"""

import torch


def product(a, b):
    return torch.matmul(a.float(), b.float())
