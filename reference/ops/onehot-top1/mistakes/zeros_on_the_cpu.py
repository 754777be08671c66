"""
en: torch.zeros makes the result on the CPU. Where the scores lie on a GPU, scatter_ refuses their argmax as an
    index. Write torch.zeros(..., device=scores.device) or scores.new_zeros(...).
ko: 결과를 torch.zeros로 CPU에 만들었습니다. scores가 GPU에 있으면 scatter_가 GPU에 있는 argmax를
    index로 받지 않습니다. torch.zeros(..., device=scores.device)나
    scores.new_zeros(...)로 쓰세요.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    winner = scores.argmax(-1, keepdim=True)
    zeros = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype)
    return zeros.scatter_(-1, winner, 1)
