"""
en: values.sort() sorts the caller's list and with it the order of arrival. Sort a copy of each window with sorted().
ko: values.sort()는 호출한 쪽의 리스트를 정렬해 버려 값이 도착한 순서도 사라집니다.
    창마다 sorted()로 복사본을 정렬하세요.
"""

from collections import deque
from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    if isinstance(values, list):
        values.sort()
    recent = deque(maxlen=window)
    medians = []
    for value in values:
        recent.append(value)
        medians.append(float(median(recent)))
    return medians
