"""
en: The weights were rounded to float16, so the totals of the classes differ in the fourth digit.
ko: 가중치를 float16으로 반올림해서 클래스별 합이 넷째 자리에서 달라집니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return (1 / counts[inverse]).half()
