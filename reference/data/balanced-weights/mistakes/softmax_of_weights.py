"""
en: softmax turns the weights into probabilities, but the exponential changes their ratios. Dividing by the sum would
    keep them, and is not even needed.
ko: softmax는 합을 1로 만들지만 지수 함수 때문에 비율이 바뀝니다. 합으로 나누면 비율이 유지되고, 사실 나눌 필요도
    없습니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return torch.softmax(1 / counts[inverse], dim=0)
