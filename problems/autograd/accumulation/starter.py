import torch


def grads_after(fn, w, n, zero):
    """What .grad holds after each of n backward passes, as a list of copies."""
    # 1. w is the caller's: which tensor shall remember the gradients?
    # 2. n times: (zero?) forward, backward.
    # 3. Write down .grad. Is it still the same tensor next time?
    raise NotImplementedError("grads_after is not written yet / 아직 작성하지 않았습니다")
