"""
en: The shift and exp were done in place, so the caller's x is overwritten. Use sub and exp without the underscore.
ko: 뺄셈과 exp를 in-place로 해서 호출한 쪽의 x가 덮어써집니다. 밑줄이 없는 sub와 exp를 쓰세요.
"""


def softmax(x, dim):
    x -= x.amax(dim, keepdim=True)
    x.exp_()
    return x / x.sum(dim, keepdim=True)
