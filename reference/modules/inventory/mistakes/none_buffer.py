"""
en: A buffer that is registered as None comes back as None: get_buffer does not raise there, unlike get_parameter.
ko: None으로 등록된 buffer에 None을 돌려줍니다. get_parameter와 달리 get_buffer는 이때 오류를 일으키지 않습니다.
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
    raise AttributeError(path)
