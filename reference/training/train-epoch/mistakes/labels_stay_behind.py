"""
en: Only the inputs are moved to the device; the labels stay where the loader made them. Move both.
ko: 입력만 device로 옮기고 레이블은 loader가 만든 곳에 두었습니다. 둘 다 옮기세요.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    model.train()
    total = count = 0
    for x, y in loader:
        x, y = x.to(device), y
        opt.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        opt.step()
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
