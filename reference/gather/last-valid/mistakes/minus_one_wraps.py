"""
en: For a length of 0 the index becomes -1, and -1 is the last step of the padding. An empty sequence has no last
    step: its row must be zeros.
ko: 길이가 0이면 index가 -1이 되어 패딩의 맨 끝 시점을 고릅니다. 빈 시퀀스에는 마지막 시점이 없으므로 그 행은 0이어야
    합니다.
"""

import torch


def last_valid(x, lengths):
    return x[torch.arange(x.size(0), device=x.device), lengths - 1]
