"""
en: The window starts full of zeros, and they take part in the first medians. Start with an empty window.
ko: 창을 0으로 채우고 시작해서 처음 몇 개의 중앙값에 0이 섞입니다. 빈 창에서 시작하세요.
"""

from collections import deque
from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = deque([0] * window, maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(median(recent)))
    return medians
