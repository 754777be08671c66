"""
en: Batch norm brings parameters and buffers of its own. The statement asks for two convolutions and one linear
    layer only.
ko: batch norm에는 자체 파라미터와 buffer가 있습니다. 이 문제의 층은 합성곱 두 개와 Linear 하나뿐입니다.
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, 8, kernel_size=3, padding=1)
        self.norm = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 16, kernel_size=3, padding=1)
        self.head = nn.Linear(16, n_classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.norm(self.conv1(x))), 2)
        x = F.relu(self.conv2(x))
        x = x.mean(dim=(2, 3))
        return self.head(x)
