class EarlyStopping:
    """Called with the metric of every epoch; True when it is time to stop."""

    def __init__(self, patience, min_delta=0, mode="min"):
        # What has to be remembered from call to call?
        raise NotImplementedError("EarlyStopping is not written yet / 아직 작성하지 않았습니다")

    def __call__(self, v):
        raise NotImplementedError("EarlyStopping.__call__ is not written yet / 아직 작성하지 않았습니다")
