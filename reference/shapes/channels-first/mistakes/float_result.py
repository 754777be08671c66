"""
en: .float() changes the dtype and copies. The picture keeps its dtype.
ko: .float()은 dtype을 바꾸고 복사합니다. dtype은 그대로여야 합니다.
"""


def to_channels_first(x):
    return x.movedim(-1, -3).float()
