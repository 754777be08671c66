"""
en: The predictions are compared with themselves, so the accuracy is always 1. Compare with the labels.
ko: 예측을 예측 자신과 비교해서 정확도가 언제나 1입니다. 레이블과 비교하세요.
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
                total += loss_fn(scores, y).item() * len(y)
                right += (scores.argmax(dim=1) == scores.argmax(dim=1)).sum().item()
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            module.training = training
    return total / count, right / count
