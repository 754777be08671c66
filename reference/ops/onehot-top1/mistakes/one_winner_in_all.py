"""
en: argmax() without a dim finds one place in the whole tensor. Each row has a winner of its own: argmax(-1).
ko: dim 없는 argmax()는 텐서 전체에서 한 자리만 찾습니다. 행마다 이긴 클래스가 따로 있으므로 argmax(-1)을 쓰세요.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    result = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    result.view(-1)[scores.argmax()] = 1
    return result
