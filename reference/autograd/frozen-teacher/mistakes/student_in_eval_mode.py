"""
en: The student was put into eval mode as well. It is the one who trains: leave its mode alone.
ko: 학생까지 eval 모드로 바꾸었습니다. 학습하는 쪽은 학생이니 모드를 그대로 두세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training, student_was = teacher.training, student.training
    teacher.eval()
    student.eval()
    with torch.no_grad():
        target = teacher(x)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    teacher.train(was_training)
    student.train(student_was)
    return loss.item()
