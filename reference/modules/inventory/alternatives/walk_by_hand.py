import math


def inventory(model):
    unique = {id(p): p for module in model.modules() for p in module.parameters(recurse=False)}
    sizes = {key: math.prod(p.shape) for key, p in unique.items()}
    return {
        "params": sum(sizes.values()),
        "trainable": sum(size for key, size in sizes.items() if unique[key].requires_grad),
        "buffers": [name for name, value in model.named_buffers()],
        "children": [name for name, value in model.named_children()],
        "modules": [name for name, value in model.named_modules()],
    }


def fetch(model, path):
    if path == "":
        return model
    head, _, rest = path.partition(".")
    if head in model._modules and model._modules[head] is not None:
        return fetch(model._modules[head], rest)
    found = model._parameters.get(head)
    if found is None:
        found = model._buffers.get(head)
    if found is None or rest:
        raise AttributeError(f"no {path}")
    return found
