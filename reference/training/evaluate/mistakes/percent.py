"""
en: The accuracy is a percentage. The statement asks for a fraction between 0 and 1.
ko: 정확도를 퍼센트로 반환했습니다. 0과 1 사이의 비율이어야 합니다.
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
            module.training = training
    return total / count, 100 * right / count
