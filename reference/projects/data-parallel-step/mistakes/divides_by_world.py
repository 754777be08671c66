"""
en: The gradients of the pieces were added and divided by world. Pieces of different sizes count differently, and
    chunk may give fewer pieces than world.
ko: 조각들의 기울기를 더해 world로 나누었습니다. 조각의 크기가 다르면 반영하는 비율도 달라야 하고, chunk가 주는
    조각은 world보다 적을 수 있습니다.
"""

import copy


def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    replicas = []
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        replica = copy.deepcopy(model)
        loss_fn(replica(x_piece), y_piece).backward()
        replicas.append(replica)
    for p, *copies in zip(model.parameters(), *(r.parameters() for r in replicas)):
        p.grad = sum(c.grad for c in copies) / world
