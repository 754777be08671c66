def to_batched_vector(x):
    return x.reshape(x.shape[0], x.shape[-1])
