"""
en: This is one weight for each class. WeightedRandomSampler needs one for each sample: index the class weights with
    inverse.
ko: 클래스마다 가중치가 하나입니다. WeightedRandomSampler에는 샘플마다 하나가 필요합니다. 클래스 가중치를 inverse로
    인덱싱하세요.
"""

import torch


def balanced_weights(labels):
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return 1 / counts
