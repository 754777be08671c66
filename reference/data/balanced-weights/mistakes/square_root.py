"""
en: 1 / sqrt(count) makes the classes more equal, not equal.
ko: 1 / sqrt(count)는 차이를 줄일 뿐 클래스별 합을 같게 만들지는 못합니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return counts[inverse].float().rsqrt()
