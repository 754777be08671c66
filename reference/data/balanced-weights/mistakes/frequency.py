"""
en: The weight is the frequency itself, so large classes become even larger. It has to be the inverse: 1 / count.
ko: 빈도를 그대로 가중치로 써서 큰 클래스가 더 많이 뽑힙니다. 빈도의 역수 1 / count여야 합니다.
"""

import torch


def balanced_weights(labels):
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return counts[inverse].float()
