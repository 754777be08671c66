"""
en: modules stops at the direct children. named_modules() goes down to the leaves.
ko: modules가 바로 아래 단계에서 멈췄습니다. named_modules()는 맨 아래까지 내려갑니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name, _ in model.named_buffers()],
        "children": [name for name, _ in model.named_children()],
        "modules": ["", *(name for name, _ in model.named_children())],
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
