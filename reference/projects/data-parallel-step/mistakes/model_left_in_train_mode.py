"""
en: model.train() was called. The caller decides on the mode, and finds it changed.
ko: model.train()을 불렀습니다. 모드는 호출한 쪽이 정한 것이니 바꾸지 마세요.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.train()
    model.zero_grad()
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        (loss_fn(model(x_piece), y_piece) * len(x_piece) / len(x)).backward()
