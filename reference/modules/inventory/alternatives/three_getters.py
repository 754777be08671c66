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
    for get in (model.get_submodule, model.get_parameter, model.get_buffer):
        try:
            found = get(path)
        except AttributeError:
            continue  # not of this kind
        if found is not None:  # a buffer may be None
            return found
    raise AttributeError(f"no {path}")
