"""
en: The dtype argument is never used, so the result is float32 whatever was asked for.
ko: dtype 인자를 쓰지 않아 무엇을 요청하든 결과가 float32입니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    zeros = torch.zeros(*scores.shape[:-1], num_classes, device=scores.device)
    return zeros.scatter_(-1, scores.argmax(-1, keepdim=True), 1)
