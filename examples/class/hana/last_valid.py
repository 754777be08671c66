def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    last.data[lengths == 0] = 0
    return last
