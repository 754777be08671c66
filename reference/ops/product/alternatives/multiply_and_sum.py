def product(a, b):
    if b.dim() == 1:
        if a.shape[-1] != b.shape[0]:
            raise RuntimeError("the sizes do not fit")
        return (a * b).sum(-1, dtype=a.dtype)
    if a.shape[-1] != b.shape[-2]:
        raise RuntimeError("the sizes do not fit")
    if a.dim() == 1:
        return (a[:, None] * b).sum(-2, dtype=a.dtype)
    return (a[..., :, :, None] * b[..., None, :, :]).sum(-2, dtype=a.dtype)
