"""
en: The batch losses are averaged as if all batches were equally large. A short last batch then counts too much:
    weigh each loss by its batch size.
ko: 모든 배치의 크기가 같은 것처럼 배치 손실을 평균했습니다. 작은 마지막 배치가 너무 크게 반영됩니다. 손실에
    배치 크기를 곱해 가중 평균을 구하세요.
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
        total += loss.item()
        count += 1
    return total / count
