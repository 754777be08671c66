"""
en: The loss is measured again after the step. That is a second forward pass (BatchNorm sees the batch twice)
    and not the loss that was trained on.
ko: step 뒤에 손실을 다시 계산했습니다. forward를 한 번 더 하는 셈이라 BatchNorm이 같은
    배치를 두 번 보고, 학습에 쓴 손실도 아닙니다.
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
        loss = loss_fn(model(x), y)
        # loss is the mean of this batch: weigh it by the batch's size. item() lets go of the graph.
        total += loss.item() * len(x)
        count += len(x)
    return total / count
