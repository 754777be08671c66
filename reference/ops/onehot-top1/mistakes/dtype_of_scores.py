"""
en: The result was made in the dtype of the scores. It has to be the dtype argument, float32 if nothing is said.
ko: 결과를 점수의 dtype으로 만들었습니다. dtype 인자를 따라야 하고, 주어지지 않으면 float32입니다.
"""

import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    zeros = scores.new_zeros(*scores.shape[:-1], num_classes)
    return zeros.scatter_(-1, scores.argmax(-1, keepdim=True), 1)
