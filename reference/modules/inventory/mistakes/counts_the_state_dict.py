"""
en: state_dict() holds the buffers as well, and a shared parameter twice. Count over parameters().
ko: state_dict()에는 buffer도 들어 있고 공유된 파라미터는 두 번 들어 있습니다. parameters()를 세세요.
"""


def inventory(model):
    return {
        "params": sum(v.numel() for v in model.state_dict().values()),
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
