import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if self.training:
            with torch.no_grad():
                self.mean *= 1 - self.m
                self.mean += self.m * torch.mean(x, dim=-2)
        return x - self.mean.clone()
