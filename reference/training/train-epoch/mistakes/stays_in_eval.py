"""
en: model.train() is missing. After an evaluation the model is still in eval mode: BatchNorm does not learn its
    statistics and Dropout is off.
ko: model.train()이 없습니다. 평가를 마친 모델은 여전히 eval 모드라서 BatchNorm이 통계를
    갱신하지 않고 Dropout도 꺼져 있습니다.
"""

def train_epoch(model, loader, loss_fn, opt, device):
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
    return total / count
