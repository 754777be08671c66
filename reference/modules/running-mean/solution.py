import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        # A buffer is saved and moved with the module, but it is no parameter: nothing trains it.
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if self.training:
            # Without detach, mean would hold on to the graph of every batch so far.
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return x - self.mean
