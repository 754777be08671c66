"""
en: The window is ignored: every median is that of all values so far. Drop what is older than window values.
ko: window를 쓰지 않아서 지금까지의 모든 값의 중앙값이 됩니다. window개보다 오래된 값은 버리세요.
"""

from collections import deque
from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = deque()
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(median(recent)))
    return medians
