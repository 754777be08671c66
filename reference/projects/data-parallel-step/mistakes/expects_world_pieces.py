"""
en: The loop asks for piece number 0 to world - 1, but chunk gave fewer, so this ends in an IndexError. Loop over
    the pieces that there are.
ko: 0번부터 world - 1번 조각까지 찾지만 chunk가 준 조각이 더 적어 IndexError가 납니다. 실제로 있는 조각만 도세요.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    xs, ys = x.chunk(world), y.chunk(world)
    for rank in range(world):
        (loss_fn(model(xs[rank]), ys[rank]) * len(xs[rank]) / len(x)).backward()
