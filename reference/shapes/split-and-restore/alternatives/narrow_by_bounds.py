import torch


def split_chunks(x, n, dim):
    length = x.shape[dim]
    bounds = [i * length // n for i in range(n + 1)]
    return [x.narrow(dim, start, end - start) for start, end in zip(bounds, bounds[1:], strict=False)]


def restore(parts, dim):
    shape = list(parts[0].shape)
    shape[dim] = sum(part.size(dim) for part in parts)
    result = torch.empty(shape, dtype=parts[0].dtype, device=parts[0].device)
    start = 0
    for part in parts:
        result.narrow(dim, start, part.size(dim)).copy_(part)
        start += part.size(dim)
    return result
