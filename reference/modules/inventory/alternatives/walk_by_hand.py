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
    *above, last = path.split(".")
    for name in above:
        model = model._modules.get(name)
        if model is None:
            raise AttributeError(f"no {path}")
    for table in (model._modules, model._parameters, model._buffers):
        if table.get(last) is not None:
            return table[last]
    raise AttributeError(f"no {path}")
