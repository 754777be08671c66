"""
en: getattr does not understand dots: it looks for an attribute whose name is the whole path. Go step by step,
    or use get_parameter and its relatives.
ko: getattr은 점을 이해하지 못하고 경로 전체를 한 속성의 이름으로 찾습니다. 한 단계씩 내려가거나 get_parameter
    등을 쓰세요.
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
    return getattr(model, path) if path else model
