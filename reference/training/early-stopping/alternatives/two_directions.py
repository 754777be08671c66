class EarlyStopping:
    def __init__(self, patience, min_delta=0, mode="min"):
        self.patience, self.min_delta, self.mode = patience, min_delta, mode
        self.best = None
        self.wait = patience
        self.stopped = False

    def is_better(self, v):
        if v != v:
            return False
        if self.best is None:
            return True
        if self.mode == "max":
            return v - self.best > self.min_delta
        return self.best - v > self.min_delta

    def __call__(self, v):
        if self.stopped:
            return self.stopped
        if self.is_better(v):
            self.best, self.wait = v, self.patience
        else:
            self.wait -= 1
            self.stopped = self.wait == 0
        return self.stopped
