"""
en: The place is written down as .cpu(). The loop has to run wherever `device` says: use x.to(device).
ko: 옮길 곳을 .cpu()로 못 박았습니다. `device`가 말하는 곳에서 돌아야 하므로
    x.to(device)를 쓰세요.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    for x, y in loader:
        x, y = x.cpu(), y.to(device)
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
