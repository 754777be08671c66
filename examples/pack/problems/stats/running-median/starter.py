def running_median(values, window):
    """The median of the last window values, at every step."""
    # 1. Refuse a window that makes no sense.
    # 2. Keep the last values, at most window of them.
    # 3. After every value, append their median as a float.
    raise NotImplementedError("running_median is not written yet / 아직 작성하지 않았습니다")
