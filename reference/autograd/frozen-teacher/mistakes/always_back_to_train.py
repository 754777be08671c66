"""
en: teacher.train() is called at the end in any case. A teacher that was in eval mode before must stay in it:
    teacher.train(was_training).
ko: 끝에서 무조건 teacher.train()을 불렀습니다. 원래 eval 모드였던 교사는 eval 모드로 남아야 합니다.
    teacher.train(was_training)을 쓰세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    teacher.eval()
    with torch.no_grad():
        target = teacher(x)
    teacher.train()
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
