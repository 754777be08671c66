"""
en: bincount needs labels from 0 on: it refuses negative ones, and a label of 10**12 asks for terabytes. Count with
    torch.unique or a Counter.
ko: bincount는 0 이상의 정답만 받고, 10**12 같은 정답이 있으면 수 테라바이트를 요구합니다. torch.unique나 Counter로
    세세요.
"""

import torch


def balanced_weights(labels):
    counts = torch.bincount(labels)
    return 1 / counts[labels]
