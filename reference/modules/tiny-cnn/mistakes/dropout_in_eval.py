"""
en: F.dropout is on by default, also in eval mode: the same picture gives other logits each time. Pass
    training=self.training, or use nn.Dropout.
ko: F.dropout은 기본적으로 eval 모드에서도 켜져 있어 같은 그림에도 매번 다른 logit이 나옵니다.
    training=self.training을 넘기거나 nn.Dropout을 쓰세요.
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
        return self.head(F.dropout(x, 0.5))
