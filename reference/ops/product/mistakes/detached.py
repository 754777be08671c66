"""
en: The operands were detached, so no gradient reaches them.
ko: 피연산자를 detach해서 기울기가 전해지지 않습니다.
"""

import torch


def product(a, b):
    return torch.matmul(a.detach(), b.detach()).requires_grad_(a.requires_grad)
