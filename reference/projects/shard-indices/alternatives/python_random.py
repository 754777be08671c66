import math
import random
from itertools import cycle, islice


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    order = list(range(n))
    random.Random(f"{seed}/{epoch}").shuffle(order)
    size = n // world if drop_last else math.ceil(n / world)
    start = rank * size
    return list(islice(cycle(order), start, start + size))
