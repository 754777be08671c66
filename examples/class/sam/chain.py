from torch import nn


class Chain(nn.Module):
    """Runs the given modules in the given order."""

    def __init__(self, modules, order):
        super().__init__()
        # 1. Keep the modules where parameters(), to() and state_dict() find them.
        # 2. Remember the order.
        raise NotImplementedError("Chain is not written yet / Chain을 아직 작성하지 않았습니다")

    def forward(self, x):
        # 3. Pass x through one module after the other.
        raise NotImplementedError("Chain.forward is not written yet / Chain.forward를 아직 작성하지 않았습니다")
