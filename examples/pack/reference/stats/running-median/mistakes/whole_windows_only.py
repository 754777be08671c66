"""
en: The first values give no result, because the window is not full yet. The result must be as long as the input.
ko: 창이 다 차기 전의 값에는 결과를 내지 않았습니다. 결과의 길이는 입력의 길이와 같아야 합니다.
"""

from collections import deque
from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        if len(recent) == window:
            medians.append(float(median(recent)))
    return medians
