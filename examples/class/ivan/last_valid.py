def last_valid(x, lengths):
    B, _, D = x.shape
    lengths -= 1
    last = x.gather(1, lengths.clamp(min=0).view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    return last.masked_fill(lengths.view(B, 1) < 0, 0)
