"""
en: Each piece's gradients overwrite those of the piece before, so only the last piece counts. Add them up.
ko: 조각마다 앞 조각의 기울기를 덮어써서 마지막 조각만 남습니다. 더하세요.
"""

import copy


def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        replica = copy.deepcopy(model)
        (loss_fn(replica(x_piece), y_piece) * len(x_piece) / len(x)).backward()
        for p, q in zip(model.parameters(), replica.parameters()):
            p.grad = q.grad
