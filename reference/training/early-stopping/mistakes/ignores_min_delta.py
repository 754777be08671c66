"""
en: min_delta is not used: the smallest gain counts as an improvement.
ko: min_delta를 쓰지 않았습니다. 아주 조금만 좋아져도 개선으로 셉니다.
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
        if self.sign * v < self.best:
            self.best = self.sign * v
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience
