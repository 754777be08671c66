"""
en: remove_duplicate=False counts a shared weight under each of its names. It exists only once.
ko: remove_duplicate=False를 쓰면 공유된 weight를 이름마다 다시 셉니다. 실제로는 하나뿐입니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for _, p in model.named_parameters(remove_duplicate=False)),
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
