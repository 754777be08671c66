"""
en: best and the counter live in the class, so a second EarlyStopping goes on where the first one ended.
ko: best와 카운터가 클래스 변수라서, 두 번째 EarlyStopping이 첫 번째가 끝난 곳에서 시작합니다.
"""

import math


class EarlyStopping:
    state = {}

    def __init__(self, patience, min_delta=0, mode="min"):
        self.patience = patience
        self.min_delta = min_delta
        self.sign = 1 if mode == "min" else -1
        self.state["best"] = math.inf
        self.state["bad"] = 0

    def __call__(self, v):
        if self.state["bad"] >= self.patience:
            return True
        if self.sign * v < self.state["best"] - self.min_delta:
            self.state["best"] = self.sign * v
            self.state["bad"] = 0
        else:
            self.state["bad"] += 1
        return self.state["bad"] >= self.patience
