import torch

FORMAT = 1


def save(path, model, opt, epoch, best):
    state = {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}
    meta = torch.tensor([float(epoch), float(best)], dtype=torch.float64)
    torch.save({"format": FORMAT, "meta": meta, "weights": state, "optimizer": opt.state_dict()}, path)


def load(path, model, opt):
    saved = torch.load(path, map_location="cpu", weights_only=True)
    own = model.state_dict()
    if own.keys() != saved["weights"].keys():
        raise KeyError(f"other layers: {sorted(own.keys() ^ saved['weights'].keys())}")
    for name, value in own.items():
        # copy_ would broadcast.
        if value.shape != saved["weights"][name].shape:
            raise ValueError(f"another shape: {name}")
        value.copy_(saved["weights"][name])
    opt.load_state_dict(saved["optimizer"])
    epoch, best = saved["meta"].tolist()
    return int(epoch), best
