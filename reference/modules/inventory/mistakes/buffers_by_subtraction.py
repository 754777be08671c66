"""
en: Taking the parameters away from the state dict leaves the persistent buffers only (and second names of
    shared parameters). named_buffers() gives them all.
ko: state_dict에서 파라미터를 빼면 persistent buffer(와 공유된 파라미터의 두 번째 이름)만 남습니다.
    named_buffers()가 모두 알려 줍니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name in model.state_dict() if name not in dict(model.named_parameters())],
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
