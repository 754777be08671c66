"""
en: A relu behind the last layer cuts off all negative logits. relu stands between layers, not after the last.
ko: 마지막 층 뒤의 relu가 음수 logit을 모두 0으로 만듭니다. relu는 층과 층 사이에만 둡니다.
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
        x = x.mean(dim=(2, 3))
        return F.relu(self.head(x))
