"""
en: "not worse" is taken for "better". Comparisons with NaN are false both ways, so NaN counts as an improvement
    and becomes the best value.
ko: "나빠지지 않았다"를 "좋아졌다"로 보았습니다. NaN과의 비교는 언제나 거짓이라, NaN이 개선으로
    인정되고 최고 기록이 됩니다.
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
        if not (self.sign * v >= self.best - self.min_delta):
            self.best = self.sign * v
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience
