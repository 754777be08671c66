import torch


@torch.no_grad()
def evaluate(model, loader, loss_fn):
    in_training = [m for m in model.modules() if m.training]
    model.train(False)
    losses, hits = [], []
    for inputs, labels in loader:
        logits = model(inputs)
        losses += [float(loss_fn(logits, labels))] * labels.size(0)
        hits += (torch.max(logits, 1).indices == labels).tolist()
    for m in in_training:
        m.training = True
    return sum(losses) / len(losses), sum(hits) / len(hits)
