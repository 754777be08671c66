"""
en: model.train() at the end is right only if the model was training before. A model that was in eval mode comes
    back in train mode.
ko: 마지막의 model.train()은 원래 train 모드였을 때만 맞습니다. eval 모드였던 모델이
    train 모드로 돌아옵니다.
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
        model.train()
    return total / count, right / count
