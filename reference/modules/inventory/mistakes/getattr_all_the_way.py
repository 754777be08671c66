"""
en: getattr at every step also finds methods, plain attributes and a bias that is None. Only parameters, buffers
    and modules may be returned.
ko: 단계마다 getattr을 쓰면 메서드, 평범한 속성, None인 bias까지 찾아냅니다. 파라미터, buffer, 모듈만 돌려주어야
    합니다.
"""

from functools import reduce


def inventory(model):
    return {
        "params": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in model.parameters() if p.requires_grad),
        "buffers": [name for name, _ in model.named_buffers()],
        "children": [name for name, _ in model.named_children()],
        "modules": [name for name, _ in model.named_modules()],
    }


def fetch(model, path):
    return reduce(getattr, path.split(".") if path else [], model)
