"""
en: values[i - window : i + 1] holds window + 1 values. Begin at i - window + 1.
ko: values[i - window : i + 1]에는 값이 window + 1개 들어 있습니다. i - window + 1에서 시작하세요.
"""

from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    values = list(values)
    return [float(median(values[max(0, i - window) : i + 1])) for i in range(len(values))]
