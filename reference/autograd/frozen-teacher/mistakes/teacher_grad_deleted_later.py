"""
en: Gradients for the teacher are computed and then thrown away with zero_grad(). That costs a whole backward pass,
    and would also delete gradients that the teacher had before. Stop them at the source: torch.no_grad().
ko: 교사의 기울기를 계산한 다음 zero_grad()로 버렸습니다. backward 한 번의 비용이 그대로 들고, 교사가 원래 갖고 있던
    기울기까지 지웁니다. torch.no_grad()로 처음부터 막으세요.
"""

import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    loss = F.mse_loss(student(x), teacher(x))
    loss.backward()
    teacher.zero_grad()
    teacher.train(was_training)
    return loss.item()
