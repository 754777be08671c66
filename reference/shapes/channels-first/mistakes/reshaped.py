"""
en: reshape keeps the reading order of the elements, so the shape is right and the picture is scrambled: each channel
    is a mixture of all colours. Move the dim.
ko: reshape는 원소를 읽는 순서를 그대로 두므로 shape은 맞아도 그림이 뒤섞입니다. 채널마다 모든 색이 섞여 들어갑니다.
    차원을 옮기세요.
"""


def to_channels_first(x):
    *leading, h, w, c = x.shape
    return x.reshape(*leading, c, h, w)
