"""
en: // divides integers: 1 // count is 0 for every class with more than one sample. Use /.
ko: //는 정수 나눗셈입니다. 샘플이 둘 이상인 클래스에서 1 // count는 0이 됩니다. /를 쓰세요.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels, return_inverse=True, return_counts=True)
    return (1 // counts[inverse]).float()
