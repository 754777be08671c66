import copy

import torch


def data_parallel_step(model, loss_fn, x, y, world):
    """Fill the parameters' .grad with the gradient of the mean loss over the whole batch, piece by piece."""
    # 1. Cut x and y into pieces. How many are there really?
    # 2. For each piece: replica, loss, backward. How much does this piece count?
    # 3. Put the sum into .grad of the model, in place of what was there.
    raise NotImplementedError("data_parallel_step is not written yet / 아직 작성하지 않았습니다")
