"""
en: The quotient was computed under no_grad: d and e get no gradient.
ko: 나눗셈을 no_grad 안에서 계산해서 d와 e에 기울기가 전해지지 않습니다.
"""

import torch


def calc(a, b, c, d, e):
    with torch.no_grad():
        quotient = d / e
    return (a + b) * c - quotient
