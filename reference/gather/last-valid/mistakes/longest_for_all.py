"""
en: Every row was taken at the step where the longest sequence ends. Each sequence has its own length.
ko: 모든 행을 가장 긴 시퀀스가 끝나는 시점에서 골랐습니다. 시퀀스마다 길이가 다릅니다.
"""


def last_valid(x, lengths):
    longest = int(lengths.max()) if len(lengths) else 1
    last = x[:, max(longest - 1, 0)]
    return last.masked_fill(lengths.view(-1, 1) == 0, 0)
