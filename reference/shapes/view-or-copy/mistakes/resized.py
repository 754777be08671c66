"""
en: resize_ changes x itself, keeps no order for tensors that are not contiguous, and accepts any number of elements.
ko: resize_는 x 자신을 바꾸고, contiguous가 아니면 순서도 지키지 않으며, 원소의 수가 달라도 받아들입니다.
"""


def view_or_copy(x, shape):
    count = 1
    for n in shape:
        count *= n
    if count < 0:
        shape = [x.numel() // -count if n == -1 else n for n in shape]
    return x.resize_(*shape), True
