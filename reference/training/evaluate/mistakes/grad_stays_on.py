"""
en: Without torch.no_grad() every batch builds a graph that nobody needs: slower, and more memory. eval() does
    not turn gradients off.
ko: torch.no_grad()가 없어 아무도 쓰지 않을 계산 그래프를 배치마다 만듭니다. 느리고 메모리도 더
    씁니다. eval()은 기울기를 끄지 않습니다.
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    total = right = count = 0
    try:
        with torch.enable_grad():
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
