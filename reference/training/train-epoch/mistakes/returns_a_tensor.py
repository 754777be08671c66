"""
en: The losses are added up as tensors and a tensor is returned. Each of them keeps its graph alive, which fills
    the memory over an epoch. Use loss.item().
ko: 손실을 텐서째 더해서 텐서를 반환합니다. 손실마다 계산 그래프가 살아 있어 에폭 동안 메모리가 차오릅니다.
    loss.item()을 쓰세요.
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
        total += loss * len(x)
        count += len(x)
    return total / count
