import torch


def last_valid(x, lengths):
    b, t, d = x.shape
    flat = x.reshape(b * t, d)
    result = torch.zeros(b, d, dtype=x.dtype, device=x.device)
    (some,) = torch.nonzero(lengths > 0, as_tuple=True)
    return result.index_copy(0, some, flat[some * t + lengths[some] - 1])
