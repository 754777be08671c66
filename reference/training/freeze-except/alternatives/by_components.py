def _inside(name, prefix):
    parts, wanted = name.split("."), prefix.split(".")
    return parts[: len(wanted)] == wanted


def freeze_except(model, prefixes):
    for p in model.parameters():
        p.requires_grad = False
    parameters = dict(model.named_parameters())
    chosen = [name for name in parameters if any(_inside(name, prefix) for prefix in prefixes)]
    for name in chosen:
        parameters[name].requires_grad = True
    return chosen
