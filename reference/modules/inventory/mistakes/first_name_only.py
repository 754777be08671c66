"""
en: A shared object is found only under its first name, because the named_... methods leave out its other names.
ko: named_... 메서드는 공유된 객체의 다른 이름을 빼고 알려 주므로 첫 번째 이름으로만 찾을 수 있습니다.
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
    for pairs in (model.named_modules(), model.named_parameters(), model.named_buffers()):
        for name, value in pairs:
            if name == path:
                return value
    raise AttributeError(path)
