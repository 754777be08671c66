"""
en: Without padding a 6 x 6 picture shrinks to 4 x 4, then 2 x 2 by pooling, and the second 3 x 3 kernel does
    not fit any more. Use padding=1.
ko: padding이 없으면 6 x 6 그림이 4 x 4, 풀링 뒤 2 x 2로 줄어 두 번째 3 x 3 커널이 들어가지 않습니다.
    padding=1을 쓰세요.
"""

import torch.nn.functional as F
from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, 8, kernel_size=3)
        self.conv2 = nn.Conv2d(8, 16, kernel_size=3)
        self.head = nn.Linear(16, n_classes)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        x = x.mean(dim=(2, 3))
        return self.head(x)
