def to_batched_vector(x):
    return x.flatten(1)  # dim 0, the batch, is left alone whatever its size is
