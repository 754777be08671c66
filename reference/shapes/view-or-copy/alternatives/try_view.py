def view_or_copy(x, shape):
    try:
        return x.view(shape), True
    except RuntimeError:
        return x.contiguous().view(shape), False
