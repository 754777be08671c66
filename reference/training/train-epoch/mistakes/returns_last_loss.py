"""
en: This is the loss of the last batch, not the mean of the epoch.
ko: 에폭의 평균이 아니라 마지막 배치의 손실입니다.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return loss.item()
