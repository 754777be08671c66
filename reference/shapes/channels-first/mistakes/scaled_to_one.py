"""
en: Dividing by 255 is what torchvision's ToTensor does on top. Here only the dim moves: values and dtype stay.
ko: 255로 나누는 것은 torchvision의 ToTensor가 덤으로 하는 일입니다. 여기서는 차원만 옮기고 값과 dtype은 그대로
    둡니다.
"""


def to_channels_first(x):
    return x.movedim(-1, -3).float() / 255
