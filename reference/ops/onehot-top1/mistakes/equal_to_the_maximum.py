"""
en: scores == max is true for every class that shares the highest score, so a tie gives several ones. argmax picks
    one.
ko: scores == max는 최고점을 나눠 가진 클래스 모두에서 참이므로 동점이면 1이 여러 개가 됩니다. argmax는 하나만
    고릅니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    result = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    result[..., : scores.size(-1)] = (scores == scores.amax(-1, keepdim=True)).to(dtype)
    return result
