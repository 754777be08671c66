"""
en: a + b made a new tensor, but d /= e divides d of the caller in place. Write d / e, without =.
ko: a + b는 새 텐서를 만들지만, d /= e는 호출한 쪽의 d를 그 자리에서 나눕니다. = 없이 d / e로 쓰세요.
"""


def calc(a, b, c, d, e):
    result = (a + b) * c
    d /= e
    return result - d
