"""
en: model.train(was_training) gives all layers the mode of the outermost one. A layer that was kept in eval mode
    (a frozen BatchNorm) wakes up. Note the mode of every module.
ko: model.train(was_training)은 모든 층을 가장 바깥 모듈의 모드로 바꿉니다. 일부러
    eval 모드에 둔 층(얼려 둔 BatchNorm 등)이 깨어납니다. 모듈마다 모드를 기억하세요.
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
        model.train(modes[model])
    return total / count, right / count
