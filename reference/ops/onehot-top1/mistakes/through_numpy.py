"""
en: A tensor that requires gradients can't be turned into a numpy array directly. Stay in PyTorch: everything is
    there.
ko: 기울기를 추적하는 텐서는 곧바로 numpy 배열로 바꿀 수 없습니다. 필요한 것이 다 있으니 PyTorch 안에서 해결하세요.
"""

import numpy as np
import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    return torch.from_numpy(np.eye(num_classes)[scores.numpy().argmax(-1)]).to(dtype)
