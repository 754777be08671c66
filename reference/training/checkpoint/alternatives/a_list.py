import torch


def save(path, model, opt, epoch, best):
    with open(path, "wb") as file:
        torch.save([epoch, best, dict(model.state_dict()), opt.state_dict()], file)


def load(path, model, opt):
    device = next(model.parameters()).device
    with open(path, "rb") as file:
        epoch, best, weights, optimizer = torch.load(file, map_location=device)
    print(model.load_state_dict(weights, strict=True))
    opt.load_state_dict(optimizer)
    return epoch, best
