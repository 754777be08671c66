def inventory(model):
    parameters = dict(model.named_parameters())
    total = trainable = 0
    for value in parameters.values():
        total += value.nelement()
        if value.requires_grad:
            trainable += value.nelement()
    return dict(
        modules=list(dict(model.named_modules())),
        children=list(dict(model.named_children())),
        buffers=list(dict(model.named_buffers())),
        params=total,
        trainable=trainable,
    )


def fetch(model, path):
    everything = dict(model.named_modules(remove_duplicate=False))
    everything.update(model.named_parameters(remove_duplicate=False))
    everything.update(model.named_buffers(remove_duplicate=False))
    if path not in everything:
        raise AttributeError(path)
    return everything[path]
