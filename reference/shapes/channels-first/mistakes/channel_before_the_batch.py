"""
en: movedim(-1, 0) puts the channel before the batch too: [C, B, H, W]. The leading dims stay in front.
ko: movedim(-1, 0)은 채널을 배치보다도 앞에 놓아 [C, B, H, W]가 됩니다. 앞쪽 차원은 제자리에 남아야 합니다.
"""


def to_channels_first(x):
    return x.movedim(-1, 0)
