"""
en: Each number of dims has its own line, and after five dims the lines end. There may be any number of leading dims:
    count from the end, as movedim(-1, -3) does.
ko: 차원 수마다 한 줄씩 따로 적어서 다섯 차원까지만 동작합니다. 앞쪽 차원은 몇 개든 올 수 있으니 movedim(-1, -3)처럼
    뒤에서부터 세세요.
"""


def to_channels_first(x):
    if x.dim() == 3:
        return x.permute(2, 0, 1)
    if x.dim() == 4:
        return x.permute(0, 3, 1, 2)
    return x.permute(0, 1, 4, 2, 3)
