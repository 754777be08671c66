"""
en: Empty steps are skipped, so "0." and "0..weight" pass for names. A path has to be exactly what named_... gives.
ko: 점 사이가 비어 있어도 건너뛰므로 "0."이나 "0..weight"도 통과합니다. 경로는 named_...가 주는 이름과 정확히
    같아야 합니다.
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
    *above, last = [step for step in path.split(".") if step] or [""]
    if not last:
        return model
    for step in above:
        model = model._modules.get(step)
        if model is None:
            raise AttributeError(path)
    for table in (model._modules, model._parameters, model._buffers):
        if table.get(last) is not None:
            return table[last]
    raise AttributeError(path)
