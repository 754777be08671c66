"""
en: The window begins at values[i] and looks ahead. It ends there: the future is not known yet.
ko: 창이 values[i]에서 시작해 뒤의 값을 미리 봅니다. 창은 values[i]에서 끝나야 합니다. 미래의 값은 아직 모릅니다.
"""

from statistics import median


def running_median(values, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    values = list(values)
    return [float(median(values[i : i + window])) for i in range(len(values))]
