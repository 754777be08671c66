"""
en: permute(2, 0, 1) takes a picture without a batch for granted. Count the dims from the end.
ko: permute(2, 0, 1)은 배치가 없는 사진 한 장이라고 단정합니다. 차원을 뒤에서부터 세세요.
"""


def to_channels_first(x):
    return x.permute(2, 0, 1)
