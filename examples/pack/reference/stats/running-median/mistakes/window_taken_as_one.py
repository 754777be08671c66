"""
en: A window below 1 is silently taken as 1. Whoever asks for that has made a mistake and should hear of it: raise
    ValueError.
ko: 1보다 작은 window를 말없이 1로 바꾸었습니다. 호출한 쪽이 잘못을 알 수 있도록 ValueError를 일으키세요.
"""

from collections import deque
from statistics import median


def running_median(values, window):
    window = max(1, window)
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(median(recent)))
    return medians
