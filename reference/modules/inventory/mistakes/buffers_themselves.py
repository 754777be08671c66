"""
en: buffers holds the tensors. Their names are asked for: named_buffers() gives both.
ko: buffers에 텐서가 들어 있습니다. 필요한 것은 이름입니다. named_buffers()가 이름과 텐서를 함께 줍니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": list(model.buffers()),
        "children": [name for name, _ in model.named_children()],
        "modules": [name for name, _ in model.named_modules()],
    }


def fetch(model, path):
    for get in (model.get_submodule, model.get_parameter, model.get_buffer):
        try:
            found = get(path)
        except AttributeError:
            continue
        if found is not None:
            return found
    raise AttributeError(path)
