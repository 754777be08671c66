"""
en: student.train() was called. Whoever calls this with a student in eval mode wants it to stay there; the teacher's
    mode was the only one to change.
ko: student.train()을 불렀습니다. 학생이 eval 모드로 들어왔으면 그대로 두어야 합니다. 잠시 바꿀 것은 교사의
    모드뿐입니다.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    student.train()
    with torch.no_grad():
        target = teacher(x)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    teacher.train(was_training)
    return loss.item()
