"""
en: torch.no_grad() in forward means that nothing in the chain can be trained. Whether gradients are wanted is for the
    caller to say.
ko: forward 안의 torch.no_grad() 때문에 chain을 학습할 수 없습니다. 기울기가 필요한지는 호출하는 쪽에서 정합니다.
"""

import torch
from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        with torch.no_grad():
            for i in self.order:
                x = self.layers[i](x)
        return x
