import math


def _stops(values, patience, min_delta):
    best, last = float("-inf"), -1
    for epoch, value in enumerate(values):
        if not math.isnan(value) and value > best + min_delta:
            best, last = value, epoch
        if epoch - last >= patience:
            return True
    return False


class EarlyStopping:
    """Goes through everything seen so far at every call."""

    def __init__(self, patience, min_delta=0, mode="min"):
        self.settings = (patience, min_delta)
        self.flip = {"min": -1.0, "max": 1.0}[mode]
        self.seen = []

    def __call__(self, v):
        self.seen.append(self.flip * v)
        return _stops(self.seen, *self.settings)
