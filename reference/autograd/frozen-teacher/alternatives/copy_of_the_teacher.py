import copy

import torch


def distill_step(student, teacher, x):
    oracle = copy.deepcopy(teacher).eval()
    for p in oracle.parameters():
        p.requires_grad = False
    prediction = student(x)
    loss = torch.nn.MSELoss()(prediction, oracle(x))
    loss.backward()
    return loss.detach().cpu().tolist()
