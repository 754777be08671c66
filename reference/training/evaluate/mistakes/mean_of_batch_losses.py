"""
en: The batch losses are averaged as if all batches were equally large. Weigh each by its batch size.
ko: 모든 배치의 크기가 같은 것처럼 배치 손실을 평균했습니다. 배치 크기로 가중하세요.
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
                total += loss_fn(scores, y).item()
                steps += 1
                right += (scores.argmax(dim=1) == y).sum().item()
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            module.training = training
    return total / steps, right / count
