"""
en: There is a softmax behind the linear layer. CrossEntropyLoss does that itself; return the logits.
ko: Linear 뒤에 softmax를 적용했습니다. CrossEntropyLoss가 알아서 하므로 logit을 그대로 돌려주세요.
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
        return F.softmax(self.head(x), dim=1)
