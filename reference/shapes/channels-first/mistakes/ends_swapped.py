"""
en: A swap of the dims -1 and -3 gives [C, W, H]: the picture is mirrored along its diagonal. H has to stay before W.
ko: 차원 -1과 -3을 맞바꾸면 [C, W, H]가 되어 그림이 대각선으로 뒤집힙니다. H가 W보다 앞에 있어야 합니다.
"""


def to_channels_first(x):
    return x.transpose(-1, -3)
