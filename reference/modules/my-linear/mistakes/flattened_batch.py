"""
en: The leading dims were flattened and not put back: [B, T, in_f] must become [B, T, out_f], and [in_f] must become
    [out_f].
ko: 앞쪽 차원을 하나로 펼친 뒤 되돌리지 않았습니다. [B, T, in_f]는 [B, T, out_f]로, [in_f]는 [out_f]로 나와야 합니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x.reshape(-1, self.weight.size(1)) @ self.weight.T
        return y if self.bias is None else y + self.bias
