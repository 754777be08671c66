"""
en: no_grad() only stops the recording. In train mode the teacher's Dropout still drops and its BatchNorm follows
    the batch. eval() is another switch.
ko: no_grad()는 기록만 멈춥니다. train 모드인 교사의 Dropout은 여전히 값을 버리고 BatchNorm은 배치 통계를
    따라갑니다. eval()은 별개의 스위치입니다.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    with torch.no_grad():
        target = teacher(x)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
