def weighted_sum(x, w):
    """x of shape [n, m] and w of shape [m] give [n]."""
    raise NotImplementedError("weighted_sum is not written yet / 아직 작성하지 않았습니다")
