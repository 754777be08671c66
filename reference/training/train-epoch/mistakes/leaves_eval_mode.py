"""
en: The model is put into eval mode at the end. The statement asks for train mode: evaluation switches the mode
    itself.
ko: 마지막에 모델을 eval 모드로 바꾸었습니다. 끝난 뒤에도 train 모드여야 합니다. 모드는 평가하는
    쪽에서 바꿉니다.
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
        total += loss.item() * len(x)
        count += len(x)
    model.eval()
    return total / count
