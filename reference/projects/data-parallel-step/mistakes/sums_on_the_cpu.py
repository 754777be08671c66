"""
en: The gradients are added up in torch.zeros, on the CPU, where gradients of a model on a GPU can't be added. Start
    from torch.zeros_like(p), or let Python's sum start from the number 0.
ko: 기울기를 torch.zeros로 CPU에 만든 텐서에 더합니다. GPU에 있는 모델의 기울기는 더할 수 없습니다.
    torch.zeros_like(p)에서 시작하거나, 숫자 0에서 시작하는 파이썬의 sum을 쓰세요.
"""

import copy

import torch


def data_parallel_step(model, loss_fn, x, y, world):
    replicas = []
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        replica = copy.deepcopy(model)
        (loss_fn(replica(x_piece), y_piece) * len(x_piece) / len(x)).backward()
        replicas.append(replica)
    for p, *copies in zip(model.parameters(), *(replica.parameters() for replica in replicas)):
        total = torch.zeros(p.shape, dtype=p.dtype)
        for copied in copies:
            total += copied.grad
        p.grad = total
