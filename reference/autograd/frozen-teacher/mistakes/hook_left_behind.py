"""
en: The hook that catches the teacher's answer is never removed. It runs at every later call and keeps all answers
    alive: call remove() on the handle, or take what teacher(x) returns.
ko: 교사의 답을 받으려고 건 hook을 떼지 않았습니다. 앞으로 교사를 부를 때마다 실행되고 답들이 메모리에 계속 남습니다.
    handle.remove()를 부르거나, teacher(x)의 반환값을 그냥 쓰세요.
"""

import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    answers = []
    teacher.register_forward_hook(lambda layer, args, output: answers.append(output))
    was_training = teacher.training
    teacher.eval()
    with torch.no_grad():
        teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), answers[-1])
    loss.backward()
    return loss.item()
