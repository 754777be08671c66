"""
en: F.one_hot without a number of classes takes the largest winning class of this batch as the last one, so the width
    changes from batch to batch. Pass num_classes.
ko: 클래스 개수를 주지 않은 F.one_hot은 이 배치에서 이긴 클래스 가운데 가장 큰 번호를 마지막 클래스로 여기므로 폭이
    배치마다 달라집니다. num_classes를 넘기세요.
"""

import torch
import torch.nn.functional as F


def onehot_top1(scores, num_classes, dtype=torch.float32):
    return F.one_hot(scores.argmax(-1)).to(dtype)
