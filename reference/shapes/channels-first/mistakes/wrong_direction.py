"""
en: This is the way back, from channels first to channels last: H went to the end. Swap the two numbers of movedim.
ko: 채널을 뒤로 보내는 반대 방향입니다. H가 맨 뒤로 갔습니다. movedim의 두 숫자를 바꾸세요.
"""


def to_channels_first(x):
    return x.movedim(-3, -1)
