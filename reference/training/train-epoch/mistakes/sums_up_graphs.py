"""
en: total adds up loss tensors, and each of them holds on to the graph of its batch until the epoch is over. Add
    loss.item(), a number.
ko: 손실 텐서를 그대로 더해 나가면 에폭이 끝날 때까지 모든 배치의 계산 그래프가 메모리에 남습니다. 숫자인
    loss.item()을 더하세요.
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
        total = total + loss * len(x)
        count += len(x)
    return (total / count).item()
