"""
en: The sum is divided by len(loader.dataset). With drop_last (or a sampler) the loader shows fewer samples than
    that: count the ones you saw.
ko: 합을 len(loader.dataset)으로 나누었습니다. drop_last나 sampler를 쓰면
    loader가 보여 주는 샘플은 그보다 적습니다. 실제로 본 샘플을 세세요.
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
    return total / len(loader.dataset)
