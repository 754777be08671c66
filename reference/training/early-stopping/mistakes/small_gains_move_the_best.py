"""
en: A gain smaller than min_delta moves the best value. Many small steps then never add up to an improvement.
ko: min_delta보다 작은 개선에도 최고 기록을 바꿉니다. 그러면 작은 개선이 아무리 쌓여도 개선으로
    인정되지 않습니다.
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
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
            self.best = min(self.best, self.sign * v)
        return self.bad_epochs >= self.patience
