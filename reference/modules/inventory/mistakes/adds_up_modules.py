"""
en: Adding up module.parameters() over all modules counts what lies deep once for every level above it.
ko: 모든 모듈에 대해 module.parameters()를 더하면 깊은 곳의 파라미터를 그 위 단계마다 다시 세게 됩니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for module in model.modules() for p in module.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name, _ in model.named_buffers()],
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
