"""
en: count + 1 keeps off a division by zero that can't happen, and makes the totals unequal: every class that occurs
    has a count of at least 1.
ko: 0으로 나눌까 봐 count + 1을 썼지만, 나온 클래스는 횟수가 1 이상이라 그럴 일이 없습니다. 오히려 클래스별 합이
    달라집니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return 1 / (counts[inverse] + 1)
