"""
en: The convolutions are in a Python list, so they are not registered: to(), parameters() and state_dict() pass
    them by. Use nn.ModuleList.
ko: 합성곱을 파이썬 리스트에 담아 등록되지 않았습니다. to(), parameters(), state_dict()가 지나칩니다.
    nn.ModuleList를 쓰세요.
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.convs = [nn.Conv2d(in_ch, 8, 3, padding=1), nn.Conv2d(8, 16, 3, padding=1)]
        self.head = nn.Linear(16, n_classes)

    def forward(self, x):
        for conv in self.convs:
            x = F.relu(conv(x))
        x = x.mean(dim=(2, 3))
        return self.head(x)
