def last_valid(x, lengths):
    B, _, D = x.shape
    # A length of 0 has no last step: look at step 0 instead, and blank the row afterwards.
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    # masked_fill and not a product: what is padded may be nan, and its gradient must be cut.
    return last.masked_fill(lengths.view(B, 1) == 0, 0)
