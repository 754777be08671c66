"""
en: An unknown path gives None, and the error shows somewhere else, much later. Raise AttributeError.
ko: 없는 경로에 None을 돌려주면 오류가 한참 뒤 엉뚱한 곳에서 나타납니다. AttributeError를 일으키세요.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
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
            continue
    return None
