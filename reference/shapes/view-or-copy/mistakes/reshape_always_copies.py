"""
en: shares is always False, as if reshape always copied. reshape returns a view wherever it can.
ko: reshape가 항상 복사한다고 여겨 shares가 늘 False입니다. reshape는 할 수 있으면 언제나 뷰를 돌려줍니다.
"""


def view_or_copy(x, shape):
    return x.reshape(shape), False
