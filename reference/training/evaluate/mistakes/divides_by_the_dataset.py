"""
en: The sums are divided by len(loader.dataset). With drop_last or a sampler the loader shows fewer samples:
    count the ones you saw.
ko: 합을 len(loader.dataset)으로 나누었습니다. drop_last나 sampler를 쓰면
    loader가 보여 주는 샘플은 더 적습니다. 실제로 본 샘플을 세세요.
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
    count = len(loader.dataset)
    return total / count, right / count
