"""
en: One swap of the last two dims gives [H, C, W]. The channel has to pass H as well.
ko: 마지막 두 차원만 맞바꾸면 [H, C, W]입니다. 채널은 H도 지나 앞으로 가야 합니다.
"""


def to_channels_first(x):
    return x.transpose(-1, -2)
