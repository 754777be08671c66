"""
en: x *= w writes into the caller's tensor. Make a new one.
ko: x *= w는 호출한 쪽의 텐서를 바꿉니다. 새 텐서를 만드세요.
"""


def weighted_sum(x, w):
    result = (x * w).sum(dim=1)
    x *= w.detach()
    return result
