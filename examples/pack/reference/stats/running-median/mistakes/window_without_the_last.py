"""
en: The window ends before values[i]: the value that has just come belongs to it.
ko: 창이 values[i] 바로 앞에서 끝납니다. 방금 들어온 값도 창에 포함됩니다.
"""

from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    values = list(values)
    return [float(median(values[max(0, i - window) : i] or values[:1])) for i in range(len(values))]
