"""
en: The minimum was subtracted, which makes every exponent positive: a wide range of scores still overflows to inf.
    Subtract the maximum.
ko: 최솟값을 빼서 지수가 모두 0 이상이 되었습니다. 점수의 폭이 넓으면 여전히 inf가 됩니다. 최댓값을 빼세요.
"""


def softmax(x, dim):
    weights = (x - x.amin(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
