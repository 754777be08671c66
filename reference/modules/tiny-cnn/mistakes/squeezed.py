"""
en: squeeze() without a dim drops every dim of size 1, so a batch of one picture loses its batch dim. Name the dims.
ko: 차원을 지정하지 않은 squeeze()는 크기가 1인 차원을 모두 없애서, 그림이 한 장이면 배치 차원이 사라집니다.
    없앨 차원을 지정하세요.
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, 8, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(8, 16, kernel_size=3, padding=1)
        self.head = nn.Linear(16, n_classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        x = F.adaptive_avg_pool2d(x, 1).squeeze()
        return self.head(x)
