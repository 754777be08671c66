"""
en: The value in the middle of the window was taken without sorting. Sort a copy of the window first.
ko: 정렬하지 않고 창의 가운데에 있는 값을 골랐습니다. 먼저 창의 복사본을 정렬하세요.
"""

from collections import deque


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        half = len(recent) // 2
        medians.append((recent[half] + recent[-half - 1]) / 2)
    return medians
