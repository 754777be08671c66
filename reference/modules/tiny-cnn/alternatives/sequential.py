from torch import nn


class TinyCNN(nn.Module):
    def __init__(self, in_ch, n_classes):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(in_ch, 12, 3),
            nn.ReLU(),
            nn.Conv2d(12, 12, 3),
            nn.ReLU(),
            nn.AdaptiveMaxPool2d((2, 2)),
            nn.Dropout(0.2),
            nn.Flatten(),
            nn.Linear(12 * 2 * 2, n_classes),
        )

    def forward(self, x):
        return self.net(x)
