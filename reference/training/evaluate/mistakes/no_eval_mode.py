"""
en: model.eval() is missing: Dropout still drops, and BatchNorm uses the batch and overwrites its running
    statistics.
ko: model.eval()이 없습니다. Dropout이 계속 동작하고, BatchNorm은 배치 통계를 쓰면서
    running 통계까지 바꿉니다.
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = {module: module.training for module in model.modules()}
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
            module.training = training
    return total / count, right / count
