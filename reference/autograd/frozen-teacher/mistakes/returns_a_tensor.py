"""
en: The result is a tensor that holds the whole graph in memory. Return loss.item().
ko: 계산 그래프 전체를 붙들고 있는 텐서를 돌려주었습니다. loss.item()을 돌려주세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        target = teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss
