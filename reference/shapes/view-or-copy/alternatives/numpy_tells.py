import numpy as np


def view_or_copy(x, shape):
    result = x.reshape(shape)
    return result, np.shares_memory(x.detach().numpy(), result.detach().numpy())
