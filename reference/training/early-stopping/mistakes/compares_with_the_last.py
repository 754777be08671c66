"""
en: The value is compared with the previous epoch instead of the best one, so a slow recovery after a bad epoch
    looks like progress.
ko: 최고 기록이 아니라 바로 전 epoch과 비교합니다. 나빠졌다가 조금씩 회복하기만 해도 좋아지는 것처럼
    보입니다.
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
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        self.best = self.sign * v
        return self.bad_epochs >= self.patience
