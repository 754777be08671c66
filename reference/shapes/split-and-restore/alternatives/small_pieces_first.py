import torch


def split_chunks(x, n, dim):
    pieces, rest = [], x.movedim(dim, 0)
    for left in range(n, 0, -1):
        size = len(rest) // left
        pieces.append(rest[:size].movedim(0, dim))
        rest = rest[size:]
    return pieces


def restore(parts, dim):
    rows = [row for part in parts for row in part.movedim(dim, 0)]
    return torch.stack(rows).movedim(0, dim) if rows else parts[0]
