"""
en: The gradients are never cleared, so each step uses the sum of all batches so far (and what was there before
    the epoch). Call opt.zero_grad() before backward.
ko: 기울기를 한 번도 지우지 않아, step마다 지금까지의 모든 배치(와 에폭 전에 남아 있던 값)의 합을
    씁니다. backward 전에 opt.zero_grad()를 부르세요.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
