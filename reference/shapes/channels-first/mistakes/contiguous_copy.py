"""
en: contiguous() copies the picture. The result has to be a view of x: the next layer does not mind its strides.
ko: contiguous()는 그림을 복사합니다. 결과는 x의 뷰여야 합니다. 다음 층은 stride를 가리지 않습니다.
"""


def to_channels_first(x):
    return x.movedim(-1, -3).contiguous()
