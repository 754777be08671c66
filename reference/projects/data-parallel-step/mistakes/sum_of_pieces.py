"""
en: The gradients of the pieces were only added up, so that they grow with the number of pieces. The mean over all
    samples was asked for.
ko: 조각들의 기울기를 더하기만 해서 조각이 많을수록 커집니다. 샘플 전체의 평균 손실에 대한 기울기여야 합니다.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        loss_fn(model(x_piece), y_piece).backward()
