"""
en: The teacher's output was sent through numpy to get rid of its graph. numpy can't see a GPU's memory, so this
    works on the CPU only. torch.no_grad() has done the job already; otherwise it is .detach().
ko: 교사의 출력을 numpy로 바꿨다가 되돌려 계산 그래프에서 떼어 냈습니다. numpy는 GPU 메모리를 볼 수 없어서 CPU에서만
    동작합니다. torch.no_grad()만으로 충분합니다. 아니면 .detach()를 쓰세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        target = torch.from_numpy(teacher(x).numpy())
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
