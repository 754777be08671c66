"""
en: The counter is not set back at an improvement, so bad epochs are counted in all instead of in a row.
ko: 좋아졌을 때 카운터를 0으로 돌리지 않아, 연속이 아니라 통틀어 나쁜 epoch을 셉니다.
"""

import math


class EarlyStopping:
    def __init__(self, patience, min_delta=0, mode="min"):
        self.patience = patience
        self.min_delta = min_delta
        self.sign = 1 if mode == "min" else -1  # maximising v is minimising -v
        self.best = math.inf
        self.bad_epochs = 0

    def __call__(self, v):
        if self.bad_epochs >= self.patience:
            return True
        # Every comparison with NaN is false, so NaN never improves and never becomes the best.
        if self.sign * v < self.best - self.min_delta:
            self.best = self.sign * v
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience
