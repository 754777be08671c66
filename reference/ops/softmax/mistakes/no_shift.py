"""
en: exp of a large score is inf, and inf / inf is nan. Subtract the largest score along dim before exp: the shares
    stay the same and no exponent is above 0.
ko: 큰 점수의 exp는 inf이고 inf / inf는 nan입니다. exp를 취하기 전에 dim 방향의 최댓값을 빼세요. 비율은 그대로이고
    지수는 모두 0 이하가 됩니다.
"""

import torch


def softmax(x, dim):
    return torch.exp(x) / torch.exp(x).sum(dim, keepdim=True)
