"""
en: The scores are filled up to num_classes with -10000. Where all scores are lower than that, a class wins that has no
    score at all. Take argmax of the scores themselves and widen the result only.
ko: 점수를 -10000으로 num_classes까지 채웠습니다. 모든 점수가 그보다 낮으면 점수가 없는 클래스가 이깁니다. argmax는 원래
    점수에서 구하고, 폭은 결과에서만 넓히세요.
"""

import torch
import torch.nn.functional as F


def onehot_top1(scores, num_classes, dtype=torch.float32):
    padded = F.pad(scores, (0, num_classes - scores.size(-1)), value=-1e4)
    winner = padded.argmax(-1, keepdim=True)
    return torch.zeros(padded.shape, dtype=dtype, device=scores.device).scatter_(-1, winner, 1)
