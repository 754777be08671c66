"""
en: The parameters themselves were counted. A weight of shape [3, 4] holds 12 numbers: use numel().
ko: 파라미터 텐서의 개수를 셌습니다. [3, 4] 모양의 weight에는 수가 12개 있습니다. numel()을 쓰세요.
"""


def inventory(model):
    return {
        "params": len(list(model.parameters())),
        "trainable": len([p for p in model.parameters() if p.requires_grad]),
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
