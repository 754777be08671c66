"""
en: The weights are in the order of the sorted labels (repeat_interleave), not in the order of the samples.
ko: 가중치가 샘플의 순서가 아니라 정렬한 정답의 순서(repeat_interleave)로 놓였습니다.
"""

import torch


def balanced_weights(labels):
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return (1 / counts).repeat_interleave(counts)
