"""
en: sum() without a dim adds up the whole tensor, so the whole tensor sums to 1 and not each group along dim.
ko: dim 없는 sum()은 텐서 전체를 더합니다. dim 방향의 묶음마다가 아니라 텐서 전체의 합이 1이 됩니다.
"""


def softmax(x, dim):
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum()
