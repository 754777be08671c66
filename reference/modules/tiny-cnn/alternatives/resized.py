import torch
import torch.nn.functional as F


class TinyCNN(torch.nn.Module):
    def __init__(self, in_ch, n_classes):
        super(TinyCNN, self).__init__()
        self.fc = torch.nn.Linear(6 * 4 * 4, n_classes)
        self.second = torch.nn.Conv2d(10, 6, kernel_size=3)
        self.first = torch.nn.Conv2d(in_ch, 10, kernel_size=5)

    def forward(self, x):
        x = F.interpolate(x, size=(16, 16), mode="bilinear")
        x = torch.relu(F.max_pool2d(self.first(x), 2))
        x = torch.tanh(self.second(x))
        return self.fc(x.view(x.size(0), -1))
