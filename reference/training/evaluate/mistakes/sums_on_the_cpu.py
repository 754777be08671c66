"""
en: The sums are tensors from torch.zeros, on the CPU. Where the model is on a GPU, its loss can't be added to them
    in place. Add .item(), a Python number.
ko: 합계를 torch.zeros로 CPU에 만든 텐서에 모읍니다. 모델이 GPU에 있으면 그 loss를 제자리에서 더할 수 없습니다. 파이썬
    숫자인 .item()을 더하세요.
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    total, right = torch.zeros((), dtype=torch.float64), torch.zeros((), dtype=torch.long)
    count = 0
    try:
        with torch.no_grad():
            for x, y in loader:
                scores = model(x)
                total += loss_fn(scores, y) * len(y)
                right += (scores.argmax(dim=1) == y).sum()
                count += len(y)
    finally:
        for module, training in modes.items():
            module.training = training
    return total.item() / count, right.item() / count
