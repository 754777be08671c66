"""
en: The labels went through float32, in which 2**24 and 2**24 + 1 are the same number, so two classes became one.
ko: 정답을 float32로 바꾸었습니다. float32에서는 2**24와 2**24 + 1이 같은 수라서 두 클래스가 하나로 합쳐집니다.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels.float(), return_inverse=True, return_counts=True)
    return 1 / counts[inverse]
