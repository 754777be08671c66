"""
en: argmax(dim=0) asks for each class which sample scores best. The class of each sample is the argmax over dim
    1.
ko: argmax(dim=0)은 클래스마다 점수가 가장 높은 샘플을 찾습니다. 샘플의 클래스는 dim 1에서
    찾아야 합니다.
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
                right += sum(int(a == b) for a, b in zip(scores.argmax(dim=0), y))
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            module.training = training
    return total / count, right / count
