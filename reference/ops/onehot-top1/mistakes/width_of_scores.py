"""
en: zeros_like(scores) has as many columns as there are scores. The width has to be num_classes, which may be larger.
ko: zeros_like(scores)의 열은 점수의 개수만큼입니다. 폭은 그보다 클 수 있는 num_classes여야 합니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    zeros = torch.zeros_like(scores, dtype=dtype)
    return zeros.scatter_(-1, scores.argmax(-1, keepdim=True), 1)
