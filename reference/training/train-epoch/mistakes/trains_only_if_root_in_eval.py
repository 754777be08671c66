"""
en: train() is skipped when the outermost module is already in train mode, but a layer inside may be in eval
    mode. model.train() sets all of them and costs nothing: call it always.
ko: 가장 바깥 모듈이 이미 train 모드면 train()을 건너뛰는데, 안쪽 층은 eval 모드일 수
    있습니다. model.train()은 모든 층을 바꾸므로 언제나 부르세요.
"""

def train_epoch(model, loader, loss_fn, opt, device):
    if not model.training:
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
    return total / count
