"""
en: Before the first number there is no best value to compare with, and NaN returns early without being counted. It is
    a bad epoch like any other: a run that starts with NaN and stays there has to stop too.
ko: 첫 숫자가 나오기 전에는 비교할 최고 기록이 없어서 NaN을 세지 않고 바로 돌아갑니다. NaN도 똑같이 나쁜 epoch입니다.
    처음부터 계속 NaN인 학습도 멈춰야 합니다.
"""

import math


class EarlyStopping:
    def __init__(self, patience, min_delta=0, mode="min"):
        self.patience = patience
        self.min_delta = min_delta
        self.mode = mode
        self.best = None
        self.counter = 0
        self.stopped = False

    def __call__(self, v):
        if self.stopped:
            return True
        if self.best is None:
            if not math.isnan(v):
                self.best = v
            return False
        if self.mode == "min":
            improved = v < self.best - self.min_delta
        else:
            improved = v > self.best + self.min_delta
        if improved:
            self.best = v
            self.counter = 0
        else:
            self.counter += 1
        self.stopped = self.counter >= self.patience
        return self.stopped
