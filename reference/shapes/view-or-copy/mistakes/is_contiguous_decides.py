"""
en: The result may share its memory although x is not contiguous: reshape looks at the strides of the dims that it
    merges. Compare the addresses.
ko: x가 contiguous가 아니어도 메모리를 공유할 수 있습니다. reshape는 합치려는 차원들의 stride를 봅니다. 주소를
    비교하세요.
"""


def view_or_copy(x, shape):
    return x.reshape(shape), x.is_contiguous()
