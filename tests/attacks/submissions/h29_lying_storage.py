# attack: returns a tensor whose storage is smaller than its shape says
# expect: error|failed
import torch


def double(x):
    result = x * 2
    result.untyped_storage().resize_(0)
    return result
