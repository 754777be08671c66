import random

import torch
from torch.utils.data import BatchSampler


def bucket_batches(lengths, batch_size, max_pad):
    if not lengths:
        return []
    cells = torch.tensor(lengths).div(max_pad + 1, rounding_mode="floor")
    _, which = torch.unique(cells, dim=0, return_inverse=True)
    batches = []
    for c in range(int(which.max()) + 1):
        members = torch.nonzero(which == c).flatten().tolist()
        random.shuffle(members)
        batches.extend(BatchSampler(members, batch_size, drop_last=False))
    random.shuffle(batches)
    return batches
