def _batch(model, x, y, loss_fn, opt):
    for group in opt.param_groups:
        for p in group["params"]:
            p.grad = None
    loss = loss_fn(model(x), y)
    loss.backward()
    opt.step()
    return float(loss.detach())


def train_epoch(model, loader, loss_fn, opt, device):
    was = model.training
    if not was or any(not m.training for m in model.modules()):
        model.train()
    mean, seen = 0.0, 0
    iterator = iter(loader)
    while True:
        try:
            x, y = next(iterator)
        except StopIteration:
            return mean
        seen += y.size(0)
        value = _batch(model, x.to(device), y.to(device), loss_fn, opt)
        mean += (value - mean) * y.size(0) / seen
