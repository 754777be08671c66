"""
en: The shape (8, 3) is written down by hand. Take the leading dims from scores and the width from num_classes.
ko: shape을 (8, 3)으로 직접 적었습니다. 앞쪽 차원은 scores에서, 폭은 num_classes에서 가져오세요.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    zeros = torch.zeros(8, 3, dtype=dtype, device=scores.device)
    return zeros.scatter_(-1, scores.argmax(-1, keepdim=True), 1)
