"""
en: The teacher is left in eval mode. Remember teacher.training and put it back.
ko: 교사가 eval 모드로 남았습니다. teacher.training을 기억해 두었다가 되돌리세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    teacher.eval()
    with torch.no_grad():
        target = teacher(x)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
