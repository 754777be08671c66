"""
en: All pieces count alike in this average, but the last one is often smaller. Weigh each piece by its number of
    samples.
ko: 모든 조각을 똑같은 비율로 평균했는데 마지막 조각은 더 작을 때가 많습니다. 조각마다 샘플 수로 가중치를 주세요.
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
        p.grad = sum(c.grad for c in copies) / len(copies)
