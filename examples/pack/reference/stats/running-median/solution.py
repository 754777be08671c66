from collections import deque
from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError(f"window is {window}; it must be at least 1")
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(median(recent)))
    return medians
