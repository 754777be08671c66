"""
en: x[:, -1] is the last of the T steps, which is padding for every sequence shorter than T. The lengths decide where
    a sequence ends.
ko: x[:, -1]은 T개 시점 가운데 마지막이라서 T보다 짧은 시퀀스에서는 패딩입니다. 시퀀스가 어디서 끝나는지는 lengths가
    정합니다.
"""


def last_valid(x, lengths):
    return x[:, -1].masked_fill(lengths.view(-1, 1) == 0, 0)
