"""
en: len() and slices need a list. An iterator has neither: loop over the values, or begin with list(values).
ko: len()과 슬라이싱은 리스트에서만 됩니다. 이터레이터에는 없으므로 값을 하나씩 읽거나 list(values)로 시작하세요.
"""

from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    return [float(median(values[max(0, i - window + 1) : i + 1])) for i in range(len(values))]
