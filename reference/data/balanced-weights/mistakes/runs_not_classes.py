"""
en: unique_consecutive counts runs of equal neighbours, so a class that comes back later is counted anew. Use
    torch.unique.
ko: unique_consecutive는 이웃한 같은 값의 묶음을 셉니다. 나중에 다시 나온 클래스를 새로 세게 되니 torch.unique를
    쓰세요.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique_consecutive(labels, return_inverse=True, return_counts=True)
    return 1 / counts[inverse]
