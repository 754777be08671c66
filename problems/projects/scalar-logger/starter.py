class ScalarLogger:
    """One run's scalars, a line of JSON each, in a file in dir/run/."""

    def __init__(self, dir, run):
        raise NotImplementedError("ScalarLogger.__init__ is not written yet / 아직 작성하지 않았습니다")

    def add_scalar(self, tag, v, step):
        # A float, a line of JSON, and in the file before this returns.
        raise NotImplementedError("ScalarLogger.add_scalar is not written yet / 아직 작성하지 않았습니다")

    @staticmethod
    def read(dir):
        # {run: {tag: [(step, value), ...]}}. What may the last line look like?
        raise NotImplementedError("ScalarLogger.read is not written yet / 아직 작성하지 않았습니다")

    @staticmethod
    def best(dir, tag, mode):
        # The best value ever, not the last. NaN never wins.
        raise NotImplementedError("ScalarLogger.best is not written yet / 아직 작성하지 않았습니다")
