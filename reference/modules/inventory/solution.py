def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),  # parameters() gives a shared one only once
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name, _ in model.named_buffers()],
        "children": [name for name, _ in model.named_children()],
        "modules": [name for name, _ in model.named_modules()],
    }


def fetch(model, path):
    for get in (model.get_submodule, model.get_parameter, model.get_buffer):
        try:
            return get(path)
        except AttributeError:
            continue  # not of this kind
    raise AttributeError(f"the model has no module, parameter or buffer called {path!r}")
