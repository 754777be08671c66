"""
en: statistics.median gives an int for an odd number of ints. The statement asks for floats: wrap it in float().
ko: 정수가 홀수 개일 때 statistics.median은 정수를 돌려줍니다. 결과는 모두 float이어야 하므로 float()으로 감싸세요.
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
        medians.append(median(recent))
    return medians
