"""
en: clone() copies the picture, also where contiguous() would not. The result has to be a view of x.
ko: clone()은 contiguous()가 복사하지 않는 경우에도 복사합니다. 결과는 x의 뷰여야 합니다.
"""


def to_channels_first(x):
    return x.movedim(-1, -3).clone()
