"""
en: zero_grad stands before the loop, so it clears the gradients once an epoch. It belongs to every batch.
ko: zero_grad가 반복문 앞에 있어 에폭에 한 번만 지웁니다. 배치마다 불러야 합니다.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    opt.zero_grad()
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
