"""
en: Each piece has batch // world samples, and the rest is never looked at. Every sample counts.
ko: 조각마다 배치 // world개씩 넣고 남은 샘플을 빠뜨렸습니다. 모든 샘플이 반영되어야 합니다.
"""

def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    size = max(1, len(x) // world)
    for start in range(0, size * min(world, len(x)), size):
        x_piece, y_piece = x[start : start + size], y[start : start + size]
        (loss_fn(model(x_piece), y_piece) * len(x_piece) / len(x)).backward()
