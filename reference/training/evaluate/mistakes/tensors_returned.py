"""
en: Loss and accuracy are returned as tensors. Take numbers out with .item().
ko: 손실과 정확도를 텐서로 반환했습니다. .item()으로 숫자를 꺼내세요.
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    total = right = count = 0
    try:
        with torch.no_grad():
            for x, y in loader:
                scores = model(x)
                total += loss_fn(scores, y) * len(y)
                right += (scores.argmax(dim=1) == y).sum()
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            module.training = training
    return total / count, right / count
