"""
en: It stops when the counter exceeds patience, one epoch late. The patience-th bad epoch in a row already
    stops.
ko: 카운터가 patience를 넘어야 멈춰서 한 epoch 늦습니다. 연속 patience번째 나쁜
    epoch에서 바로 멈춰야 합니다.
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
        if self.bad_epochs > self.patience:
            return True
        # Every comparison with NaN is false, so NaN never improves and never becomes the best.
        if self.sign * v < self.best - self.min_delta:
            self.best = self.sign * v
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs > self.patience
