"""
en: The student ran inside torch.no_grad(), so there is no graph to go backward through. Only the teacher belongs in
    there.
ko: 학생까지 torch.no_grad() 안에서 실행해서 backward할 그래프가 없습니다. 그 안에는 교사만 두세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        loss = F.mse_loss(student(x), teacher(x))
    teacher.train(was_training)
    loss.backward()
    return loss.item()
