"""
en: .data (or .detach()) takes the values without the graph, so weight and bias never get a gradient. Use the
    parameters themselves.
ko: .data(또는 .detach())는 계산 그래프 없이 값만 꺼내므로 weight와 bias가 기울기를 받지 못합니다. 파라미터를
    그대로 쓰세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.data.T
        return y if self.bias is None else y + self.bias.data
