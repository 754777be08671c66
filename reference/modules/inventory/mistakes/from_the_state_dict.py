"""
en: state_dict() holds detached tensors, not the parameters themselves: freezing what fetch returns has no effect.
ko: state_dict()에는 파라미터 자체가 아니라 detach된 텐서가 들어 있습니다. fetch가 돌려준 것을 동결해도 아무
    효과가 없습니다.
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
    modules = dict(model.named_modules(remove_duplicate=False))
    if path in modules:
        return modules[path]
    state = model.state_dict()
    if path in state:
        return state[path]
    return model.get_buffer(path)
