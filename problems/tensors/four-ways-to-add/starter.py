import torch


def add_four_ways(x, y, out):
    """Return x + y four times: two new tensors, out itself, and x itself."""
    # Which of the four changes x? The other three need x as it was.
    raise NotImplementedError("add_four_ways is not written yet / 아직 작성하지 않았습니다")
