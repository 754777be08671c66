"""
en: The old gradients were not cleared, so the new ones are added to them. Call model.zero_grad() first.
ko: 남아 있던 기울기를 지우지 않아 새 기울기가 그 위에 더해졌습니다. 먼저 model.zero_grad()를 부르세요.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        (loss_fn(model(x_piece), y_piece) * len(x_piece) / len(x)).backward()
