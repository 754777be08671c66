"""
en: recurse=False sees only the parameters that belong to the model directly, none of its submodules.
ko: recurse=False는 모델에 직접 속한 파라미터만 봅니다. 하위 모듈의 파라미터가 모두 빠졌습니다.
"""


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters(recurse=False)),
        "trainable": sum(p.numel() for p in model.parameters(recurse=False) if p.requires_grad),
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
