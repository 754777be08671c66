"""
en: Converting integers to float64 and back looks right, but above 2 ** 53 a float64 can't hold every integer. matmul
    multiplies integers as they are.
ko: 정수를 float64로 바꾸었다가 되돌리면 맞아 보이지만, 2 ** 53보다 큰 정수는 float64에 정확히 담기지 않습니다.
    matmul은 정수를 그대로 곱합니다.
"""

import torch


def product(a, b):
    return torch.matmul(a.double(), b.double()).to(a.dtype)
