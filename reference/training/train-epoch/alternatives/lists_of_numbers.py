import torch


def train_epoch(model, loader, loss_fn, opt, device):
    model.train(True)
    losses, sizes = [], []
    for batch in loader:
        inputs, targets = (part.to(device, non_blocking=True) for part in batch)
        predictions = model(inputs)
        loss = loss_fn(predictions, targets)
        model.zero_grad()
        loss.backward()
        opt.step()
        losses.append(loss.detach())
        sizes.append(inputs.shape[0])
    sizes = torch.tensor(sizes, dtype=torch.float64)
    losses = torch.stack(losses).cpu().double()
    return float((losses * sizes).sum() / sizes.sum())
