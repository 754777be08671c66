"""
en: .item() turns a tensor of one element into a Python number and fails for all others. Operators work on whole
    tensors.
ko: .item()은 원소가 하나인 텐서를 파이썬 숫자로 바꾸며, 그 밖의 텐서에서는 오류가 납니다. 연산자는 텐서 전체에 그대로
    쓸 수 있습니다.
"""

import torch


def calc(a, b, c, d, e):
    return torch.tensor((a.item() + b.item()) * c.item() - d.item() / e.item(), device=a.device)
