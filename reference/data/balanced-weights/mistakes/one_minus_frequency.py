"""
en: 1 - frequency is larger for rare classes, but the totals do not come out equal (and a single class gets weight 0).
    Use 1 / count.
ko: 1 - 빈도는 드문 클래스에서 더 크지만 클래스별 합이 같아지지 않습니다(클래스가 하나면 0이 됩니다). 1 / count를
    쓰세요.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return 1 - counts[inverse] / len(labels)
