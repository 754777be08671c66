"""
en: Only the last part of each name was kept, so nobody can tell whose buffer it is. Names are full paths.
ko: 이름의 마지막 부분만 남겨서 어느 모듈의 buffer인지 알 수 없습니다. 이름은 전체 경로입니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name.split(".")[-1] for name, _ in model.named_buffers()],
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
