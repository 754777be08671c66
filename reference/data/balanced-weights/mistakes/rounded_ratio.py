"""
en: The largest count divided by the count was rounded to an integer, so the totals of the classes are only roughly
    equal.
ko: 가장 큰 횟수를 각 횟수로 나눈 뒤 정수로 반올림해서 클래스별 합이 대충만 같습니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return (max(counts.tolist(), default=1) // counts[inverse]).float()
