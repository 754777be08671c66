from torch import nn


class RunningMean(nn.Module):
    """Subtracts the running mean of what it has seen in training."""

    def __init__(self, n, m=0.1):
        super().__init__()
        # 1. mean: zeros(n) that is saved and moved with the module, but not trained.
        raise NotImplementedError("RunningMean is not written yet / RunningMean을 아직 작성하지 않았습니다")

    def forward(self, x):
        # 2. In training: update mean first, without a graph. 3. Subtract it.
        raise NotImplementedError("RunningMean.forward is not written yet / forward를 아직 작성하지 않았습니다")
