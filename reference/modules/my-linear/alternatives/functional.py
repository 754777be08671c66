import math

import torch
import torch.nn.functional as F
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super(MyLinear, self).__init__()
        self.weight = nn.Parameter(torch.empty(out_f, in_f))
        if bias:
            self.bias = nn.Parameter(torch.empty(out_f))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        nn.init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            nn.init.uniform_(self.bias, -0.1, 0.1)

    def forward(self, x):
        return F.linear(x, self.weight, self.bias)
