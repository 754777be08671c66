"""
en: clone() copies also where a view would do. Nothing written to x shows in the result.
ko: clone()은 뷰로 충분한 경우에도 복사합니다. x에 쓴 값이 결과에 나타나지 않습니다.
"""


def view_or_copy(x, shape):
    return x.clone().reshape(shape), False
