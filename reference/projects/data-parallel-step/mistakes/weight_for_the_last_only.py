"""
en: The pieces were weighted by len(piece) / len(first piece) and averaged. The weight of a piece is its share of
    all samples.
ko: 조각의 가중치를 len(조각) / len(첫 조각)으로 두고 평균했습니다. 가중치는 전체 샘플에서 그 조각이 차지하는
    비율입니다.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    xs, ys = x.chunk(world), y.chunk(world)
    for x_piece, y_piece in zip(xs, ys):
        weight = len(x_piece) / len(xs[0]) / len(xs)
        (loss_fn(model(x_piece), y_piece) * weight).backward()
