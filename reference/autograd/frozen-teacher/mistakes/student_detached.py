"""
en: The student's output was detached, and requires_grad_() on the loss only silences the error: no gradient reaches
    the student.
ko: 학생의 출력을 detach했습니다. loss에 requires_grad_()를 불러 오류만 없앴을 뿐, 학생에게 기울기가 전해지지
    않습니다.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        target = teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x).detach(), target).requires_grad_()
    loss.backward()
    return loss.item()
