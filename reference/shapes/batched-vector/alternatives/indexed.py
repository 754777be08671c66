def to_batched_vector(x):
    while x.dim() > 2:
        x = x[:, 0]
    return x
