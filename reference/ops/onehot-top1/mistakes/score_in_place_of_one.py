"""
en: The highest score itself was written. A one-hot vector holds a 1.
ko: 최고점 자체를 써넣었습니다. one-hot 벡터에는 1이 들어가야 합니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    best, winner = scores.max(-1, keepdim=True)
    zeros = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    return zeros.scatter_(-1, winner, best.detach().to(dtype))
