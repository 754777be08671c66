"""
en: The first value becomes the best whatever it is. If it is NaN, every later comparison is false and nothing
    ever improves.
ko: 첫 값이 무엇이든 최고 기록이 됩니다. NaN이면 이후의 비교가 모두 거짓이라 아무것도 개선되지 않습니다.
"""

import math


class EarlyStopping:
    def __init__(self, patience, min_delta=0, mode="min"):
        self.patience = patience
        self.min_delta = min_delta
        self.sign = 1 if mode == "min" else -1  # maximising v is minimising -v
        self.best = None
        self.bad_epochs = 0

    def __call__(self, v):
        if self.bad_epochs >= self.patience:
            return True
        # Every comparison with NaN is false, so NaN never improves and never becomes the best.
        if self.best is None or self.sign * v < self.best - self.min_delta:
            self.best = self.sign * v
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience
