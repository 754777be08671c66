from bisect import bisect_left, insort


def running_median(values, window):
    if not window > 0:
        raise ValueError("window")
    arrived, ordered, result = [], [], []
    for value in values:
        arrived.append(value)
        insort(ordered, value)
        if len(ordered) > window:
            del ordered[bisect_left(ordered, arrived[-window - 1])]
        n = len(ordered)
        if n % 2:
            result.append(1.0 * ordered[n // 2])
        else:
            result.append(0.5 * ordered[n // 2 - 1] + 0.5 * ordered[n // 2])
    return result
