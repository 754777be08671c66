def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),  # parameters() gives a shared one only once
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name, _ in model.named_buffers()],
        "children": [name for name, _ in model.named_children()],
        "modules": [name for name, _ in model.named_modules()],
    }


def fetch(model, path):
    # Also second names of shared objects. What is None has no name here.
    found = dict(model.named_modules(remove_duplicate=False))
    found.update(model.named_parameters(remove_duplicate=False))
    found.update(model.named_buffers(remove_duplicate=False))
    if path not in found:
        raise AttributeError(f"the model has no module, parameter or buffer called {path!r}")
    return found[path]
