"""
en: reshape(*shape) hands over one number for each dim, and for the shape () it hands over nothing at all: an error.
    reshape and view take the tuple itself, whatever is in it.
ko: reshape(*shape)는 차원마다 수를 하나씩 넘기므로 shape이 ()이면 아무것도 넘기지 않아 오류가 납니다. reshape와 view는
    튜플을 그대로 받을 수 있습니다.
"""


def view_or_copy(x, shape):
    result = x.reshape(*shape)
    return result, result.data_ptr() == x.data_ptr()
