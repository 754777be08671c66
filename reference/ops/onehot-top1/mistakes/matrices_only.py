"""
en: Indexing with arange(B) works for [B, C] alone. scatter_(-1, index, 1) works for any leading dims.
ko: arange(B)로 인덱싱하면 [B, C]에서만 동작합니다. scatter_(-1, index, 1)은 앞쪽 차원이 몇 개든 동작합니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    result = torch.zeros(scores.size(0), num_classes, dtype=dtype, device=scores.device)
    result[torch.arange(scores.size(0), device=scores.device), scores.argmax(-1)] = 1
    return result
