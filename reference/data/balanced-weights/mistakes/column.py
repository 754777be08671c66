"""
en: The result is [n, 1]. WeightedRandomSampler wants a flat vector [n].
ko: 결과가 [n, 1]입니다. WeightedRandomSampler에는 1차원 벡터 [n]이 필요합니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return (1 / counts[inverse]).unsqueeze(1)
