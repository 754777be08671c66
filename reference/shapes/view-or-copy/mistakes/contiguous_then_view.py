"""
en: contiguous() copies every tensor that is not contiguous, also those that could be viewed as they are, such as
    x[::2].
ko: contiguous()는 contiguous가 아닌 텐서를 모두 복사합니다. x[::2]처럼 그대로 뷰로 볼 수 있는 것까지 복사하게 됩니다.
"""


def view_or_copy(x, shape):
    return x.contiguous().view(shape), x.is_contiguous()
