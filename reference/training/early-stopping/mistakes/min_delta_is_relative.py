"""
en: min_delta is taken as a fraction of the best value. It is an absolute amount.
ko: min_delta를 최고 기록에 대한 비율로 보았습니다. 절대적인 크기여야 합니다.
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
        if self.sign * v < self.best - (self.min_delta * abs(self.best) if self.best != math.inf else 0):
            self.best = self.sign * v
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience
