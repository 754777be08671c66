import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super(RunningMean, self).__init__()
        self.mean = nn.Buffer(torch.zeros(n), persistent=True)
        self.momentum = m

    def forward(self, x):
        mean = self.mean
        if self.training:
            mean = mean + self.momentum * (x.sum(0).detach() / x.shape[0] - mean)
            self.mean.copy_(mean)
        return x - mean.expand_as(x)
