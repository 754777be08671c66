"""
en: The linear layer is made for 8 x 8 pictures: any other size gives another number of features. Pool H and W
    away first.
ko: Linear가 8 x 8 그림에 맞추어져 있어 크기가 다르면 특성 개수가 맞지 않습니다. 먼저 H와 W를 풀링으로 없애세요.
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, 8, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(8, 16, kernel_size=3, padding=1)
        self.head = nn.Linear(16 * 4 * 4, n_classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        return self.head(x.flatten(1))
