"""
en: fetch finds modules and parameters, but no buffers. get_buffer is missing.
ko: fetch가 모듈과 파라미터만 찾고 buffer는 찾지 못합니다. get_buffer가 빠졌습니다.
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
    try:
        return model.get_submodule(path)
    except AttributeError:
        return model.get_parameter(path)
