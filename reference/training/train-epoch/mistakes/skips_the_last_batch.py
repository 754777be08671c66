"""
en: Batches smaller than the first one are skipped. Every batch of the loader counts.
ko: 첫 배치보다 작은 배치를 건너뜁니다. loader가 주는 모든 배치를 써야 합니다.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    first = None
    for x, y in loader:
        first = first or len(x)
        if len(x) < first:
            continue
        x, y = x.to(device), y.to(device)
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
