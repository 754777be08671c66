class GradCapture:
    """Collect the gradients that flow through a module: gi at its inputs, go at its outputs."""

    def __init__(self, module):
        self.gi = []
        self.go = []
        # Register a full backward hook and keep its handle.
        raise NotImplementedError("GradCapture is not written yet / 아직 작성하지 않았습니다")

    def remove(self):
        raise NotImplementedError("GradCapture.remove is not written yet / 아직 작성하지 않았습니다")
