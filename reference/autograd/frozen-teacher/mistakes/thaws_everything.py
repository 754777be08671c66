"""
en: requires_grad_(True) at the end also turns on parameters that were frozen before the call. Leave requires_grad
    alone and use torch.no_grad().
ko: 끝에서 requires_grad_(True)를 부르면 원래 얼어 있던 파라미터까지 켜집니다. requires_grad는 건드리지 말고
    torch.no_grad()를 쓰세요.
"""

import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    teacher.requires_grad_(False)
    target = teacher(x)
    teacher.requires_grad_(True)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
