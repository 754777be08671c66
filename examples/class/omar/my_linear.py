import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        # nn.Parameter is what registers a tensor: parameters(), to() and state_dict() find it from now on.
        self.weight = nn.Parameter(nn.init.xavier_uniform_(torch.empty(out_f, in_f)))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
