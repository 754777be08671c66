# attack: asks for ten thousand loader workers
# expect: error|memory_limit|timeout
# modes: docker shared
from torch.utils.data import DataLoader


def double(x):
    return [batch for batch in DataLoader(list(range(100000)), num_workers=10**4, prefetch_factor=100)]
