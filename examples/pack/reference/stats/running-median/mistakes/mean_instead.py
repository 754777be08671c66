"""
en: This is the running mean. One wild value pulls it along; the median stands in the middle of the sorted values.
ko: 이동 평균입니다. 평균은 이상값 하나에도 끌려갑니다. 중앙값은 정렬했을 때 가운데에 있는 값입니다.
"""

from collections import deque
from statistics import mean


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(mean(recent)))
    return medians
