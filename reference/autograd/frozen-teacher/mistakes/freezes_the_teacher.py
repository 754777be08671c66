"""
en: requires_grad_(False) freezes the teacher for good: whoever wants to train it later gets no gradients.
    torch.no_grad() lasts only as long as its block.
ko: requires_grad_(False)는 교사를 영영 얼려 버립니다. 나중에 교사를 학습시키려 해도 기울기가 나오지 않습니다.
    torch.no_grad()는 그 블록 안에서만 유효합니다.
"""

import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    teacher.requires_grad_(False)
    target = teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
