def view_or_copy(x, shape):
    result = x.reshape(shape)  # a view where the strides allow it, else a copy
    # A view of all elements starts where x starts. (is_contiguous() is no criterion: x[::2] can often be viewed.)
    return result, result.data_ptr() == x.data_ptr()
