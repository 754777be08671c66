"""
en: x.max() is the largest score of the whole tensor. A group along dim that lies far below it becomes exp(-10000) = 0
    everywhere, and 0 / 0 is nan. Subtract the maximum of each group: x.amax(dim, keepdim=True).
ko: x.max()는 텐서 전체의 최댓값입니다. 그보다 훨씬 작은 묶음에서는 exp(-10000) = 0만 남아 0 / 0, 곧 nan이 됩니다.
    x.amax(dim, keepdim=True)로 묶음마다 최댓값을 빼세요.
"""


def softmax(x, dim):
    weights = (x - x.max()).exp()
    return weights / weights.sum(dim, keepdim=True)
