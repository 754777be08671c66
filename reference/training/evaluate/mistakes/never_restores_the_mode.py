"""
en: The model stays in eval mode. Training that goes on after the evaluation then runs without Dropout and with
    frozen BatchNorm statistics.
ko: 모델이 eval 모드에 남습니다. 평가 뒤에 이어지는 학습이 Dropout 없이, 멈춘 BatchNorm
    통계로 진행됩니다.
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
                right += (scores.argmax(dim=1) == y).sum().item()
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            pass
    return total / count, right / count
