def last_valid(x, lengths):
    B, _, D = x.shape
    return x.gather(1, (lengths - 1).view(B, 1, 1).expand(B, 1, D)).squeeze(1)
