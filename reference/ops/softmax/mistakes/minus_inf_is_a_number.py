"""
en: -inf is replaced by -1e9, which is usually low enough, but not beside a score that is lower still. There is no need
    to replace it: -inf minus the maximum is -inf, and its exp is 0.
ko: -inf를 -1e9로 바꾸었습니다. 대개는 충분히 작은 수이지만 그보다 더 낮은 점수와 함께 있으면 틀립니다. 바꿀 필요도
    없습니다. -inf에서 최댓값을 빼도 -inf이고, 그 exp는 0입니다.
"""


def softmax(x, dim):
    x = x.masked_fill(x == float("-inf"), -1e9)
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
