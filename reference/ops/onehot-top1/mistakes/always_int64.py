"""
en: F.one_hot always gives int64. Convert it to the dtype that was asked for: .to(dtype).
ko: F.one_hot의 결과는 언제나 int64입니다. .to(dtype)으로 요청받은 dtype으로 바꾸세요.
"""

import torch
import torch.nn.functional as F


def onehot_top1(scores, num_classes, dtype=torch.float32):
    return F.one_hot(scores.argmax(-1), num_classes)
