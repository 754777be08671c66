"""
en: Pictures are brought to 32 x 32 with pad, which also cuts: a negative padding removes what lies beyond 32.
    Resize with interpolate, or pool adaptively.
ko: pad로 크기를 32 x 32에 맞추면 padding이 음수일 때 32를 넘는 부분이 잘려 나갑니다. interpolate로 크기를 바꾸거나
    adaptive pooling을 쓰세요.
"""

from torch import nn
from torch.nn import functional as F


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.conv1 = nn.Conv2d(in_ch, 8, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(8, 16, kernel_size=3, padding=1)
        self.head = nn.Linear(16 * 64, n_classes)

    def forward(self, x):
        x = F.pad(x, (0, 32 - x.shape[3], 0, 32 - x.shape[2]))
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.head(x.flatten(1))
