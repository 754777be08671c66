"""
en: Looking the path up in a dict ends in KeyError. The statement asks for AttributeError, as get_submodule raises it.
ko: dict에서 바로 꺼내면 KeyError가 납니다. get_submodule처럼 AttributeError를 일으켜야 합니다.
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
    everything = dict(model.named_modules(remove_duplicate=False))
    everything.update(model.named_parameters(remove_duplicate=False))
    everything.update(model.named_buffers(remove_duplicate=False))
    return everything[path]
