import torch


def last_valid(x, lengths):
    """[B, T, D] and [B] -> [B, D]: the features of the last real step of each sequence; zeros for a length of 0."""
    # 1. Which step is the last one of a sequence with lengths[b] steps? What if there is none?
    # 2. gather along dim 1 wants an index of shape [B, 1, D]: view, then expand.
    # 3. Drop the dim that is left, and blank the rows of empty sequences.
    raise NotImplementedError("last_valid is not written yet / 아직 작성하지 않았습니다")
