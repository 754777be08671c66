"""
en: student.zero_grad() throws away the gradients that were there. This step adds to them; zeroing is the caller's
    business.
ko: student.zero_grad()가 이미 있던 기울기를 지웁니다. 이 함수는 그 위에 더하기만 합니다. 0으로 만드는 일은 호출한
    쪽의 몫입니다.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        target = teacher(x)
    teacher.train(was_training)
    student.zero_grad()
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
