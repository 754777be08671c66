from contextlib import contextmanager

import torch


@contextmanager
def evaluating(model):
    before = [(module, module.training) for module in model.modules()]
    grad = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        yield model.eval()
    finally:
        torch.set_grad_enabled(grad)
        for module, mode in before:
            module.training = mode


def evaluate(model, loader, loss_fn):
    seen, loss_sum, accuracy_sum = 0, 0.0, 0.0
    with evaluating(model) as net:
        for batch in loader:
            x, y = batch
            out = net(x)
            n = y.shape[0]
            loss_sum += n * loss_fn(out, y).detach().double().item()
            accuracy_sum += n * out.softmax(-1).argmax(-1).eq(y).double().mean().item()
            seen += n
    return loss_sum / seen, accuracy_sum / seen
