def softmax(x, dim):
    # Shares don't change when everything along dim is shifted; with the largest exponent at 0, exp can't overflow.
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
