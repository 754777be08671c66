"""
en: zeros_like(labels) and ones_like(labels) have the dtype of the labels, and a uint8 cannot count to 300: it starts
    again at 0 after 255. Count in int64.
ko: zeros_like(labels)와 ones_like(labels)의 dtype은 labels와 같습니다. uint8로는 300까지 셀 수 없고 255 다음에 다시
    0이 됩니다. int64로 세세요.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse = torch.unique(labels, return_inverse=True)
    counts = torch.zeros_like(labels).scatter_add(0, inverse, torch.ones_like(labels))
    return 1 / counts[inverse]
