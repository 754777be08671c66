"""
en: permute(0, 3, 1, 2) takes exactly one batch dim for granted. Count the dims from the end.
ko: permute(0, 3, 1, 2)는 배치 차원이 꼭 하나라고 단정합니다. 차원을 뒤에서부터 세세요.
"""


def to_channels_first(x):
    return x.permute(0, 3, 1, 2)
