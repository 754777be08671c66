import torch


def like_zoo(x, seed):
    """Return zeros, ones, long and rand: four new tensors of the shape and on the device of x."""
    # zeros and ones have x's dtype, long is int64, rand is float32.
    # For rand, make a torch.Generator of your own: the global random numbers must not notice.
    raise NotImplementedError("like_zoo is not written yet / 아직 작성하지 않았습니다")
