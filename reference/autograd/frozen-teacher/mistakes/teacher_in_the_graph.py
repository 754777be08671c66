"""
en: The teacher's answer is part of the graph, so backward computes gradients for the teacher too. Compute it in
    torch.no_grad() or detach it.
ko: 교사의 출력이 그래프에 들어가 backward가 교사의 기울기까지 계산합니다. torch.no_grad() 안에서 계산하거나
    detach하세요.
"""

import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    target = teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
