"""
en: _base names the tensor that owns the memory. Where x is itself a view, that is not x, although memory is shared.
ko: _base는 메모리의 주인인 텐서입니다. x 자신이 뷰라면 메모리를 공유해도 주인은 x가 아닙니다.
"""


def view_or_copy(x, shape):
    y = x.reshape(shape)
    return y, y._base is x
