"""
en: The labels went through int32, which keeps the lowest 32 bits only: 5 and 2**40 + 5 became one class. Leave the
    labels as they are.
ko: 정답을 int32로 바꾸었습니다. 그러면 아래쪽 32비트만 남아서 5와 2**40 + 5가 한 클래스로 합쳐집니다. labels를 그대로
    쓰세요.
"""

import torch


def balanced_weights(labels):
    # inverse says for each sample which of the classes it belongs to: a position, unlike the label itself.
    _, inverse, counts = torch.unique(labels.int(), return_inverse=True, return_counts=True)
    return 1 / counts[inverse]
