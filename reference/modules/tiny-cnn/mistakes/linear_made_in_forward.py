"""
en: A new Linear is made in every forward: its weights are random each time, never trained and never saved. Make
    layers in __init__.
ko: forward를 부를 때마다 Linear를 새로 만듭니다. 가중치가 매번 무작위이고 학습도 저장도 되지 않습니다. 층은
    __init__에서 만드세요.
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, 8, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(8, 16, kernel_size=3, padding=1)
        self.n_classes = n_classes

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        x = x.flatten(1)
        return nn.Linear(x.size(1), self.n_classes).to(x)(x)
