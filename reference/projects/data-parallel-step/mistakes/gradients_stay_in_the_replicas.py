"""
en: The replicas got gradients and are thrown away; the model's own .grad is never filled.
ko: 기울기가 복제본에만 남은 채 버려졌습니다. 모델의 .grad는 채워지지 않습니다.
"""

import copy


def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        replica = copy.deepcopy(model)
        (loss_fn(replica(x_piece), y_piece) * len(x_piece) / len(x)).backward()
