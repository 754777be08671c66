"""
en: shares is always True, as if reshape never copied. For x.t() it has to.
ko: reshape가 절대 복사하지 않는다고 여겨 shares가 늘 True입니다. x.t()라면 복사할 수밖에 없습니다.
"""


def view_or_copy(x, shape):
    return x.reshape(shape), True
