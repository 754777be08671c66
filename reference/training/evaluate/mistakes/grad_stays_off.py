"""
en: torch.set_grad_enabled(False) is never undone, so the training after it fails. Use `with torch.no_grad():`,
    which restores the mode.
ko: torch.set_grad_enabled(False)를 되돌리지 않아 이후의 학습이 실패합니다. 끝나면
    원래대로 돌려 놓는 `with torch.no_grad():`를 쓰세요.
"""

import torch


def evaluate(model, loader, loss_fn):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    total = right = count = 0
    try:
        torch.set_grad_enabled(False)
        if True:
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
