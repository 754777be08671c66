"""
en: This is log_softmax: the logarithm of the shares. Its values are negative and do not sum to 1. Take exp at the
    end.
ko: 비율의 로그, 곧 log_softmax입니다. 값이 음수이고 합이 1이 아닙니다. 마지막에 exp를 취하세요.
"""


def softmax(x, dim):
    return x - x.logsumexp(dim, keepdim=True)
