"""
en: A small number takes the place of the zeros, perhaps so that a log would not be -inf. But a score of -inf means
    "impossible", and its share is exactly 0. Whoever needs the log of the shares should compute it from the scores.
ko: 나중에 log가 -inf가 되지 않도록 0 대신 아주 작은 수를 넣은 듯합니다. 그러나 -inf라는 점수는 "불가능"을 뜻하고 그
    비율은 정확히 0입니다. 비율의 log가 필요하면 점수에서 바로 계산하세요.
"""


def softmax(x, dim):
    weights = (x - x.amax(dim, keepdim=True)).exp().clamp(min=1e-12)
    return weights / weights.sum(dim, keepdim=True)
