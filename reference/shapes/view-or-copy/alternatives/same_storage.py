import torch


def view_or_copy(x, shape):
    y = torch.reshape(x, tuple(shape))
    same = y.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    return (y, same)
