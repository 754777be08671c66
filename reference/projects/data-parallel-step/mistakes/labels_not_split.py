"""
en: Every piece of x is compared with the first labels of y. x and y have to be cut alike.
ko: x의 조각마다 y의 앞부분 레이블과 비교했습니다. x와 y를 똑같이 나누어야 합니다.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    for x_piece in x.chunk(world):
        (loss_fn(model(x_piece), y[: len(x_piece)]) * len(x_piece) / len(x)).backward()
