def running_median(values, window):
    if window <= 0:
        raise ValueError("window")
    values = list(values)
    return [middle(sorted(values[max(0, end - window) : end])) for end in range(1, len(values) + 1)]


def middle(ordered):
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
