"""
en: Gradients are cleared after each step only, so gradients left over from before the epoch go into the first
    step. Clear them before backward.
ko: step 뒤에만 기울기를 지워서, 에폭 전에 남아 있던 기울기가 첫 step에 들어갑니다. backward
    전에 지우세요.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    for x, y in loader:
        x, y = x.to(device), y.to(device)
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
