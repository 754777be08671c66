"""
en: Only names with a slash or two dots are refused. A valid name is more than a safe path: 'my-project' and '1st'
    can't be imported.
ko: 슬래시나 점 두 개가 든 이름만 거절합니다. 안전한 경로라고 다 올바른 이름은 아닙니다. 'my-project'나 '1st'는
    import할 수 없습니다.
"""

import json
import keyword
from pathlib import Path

CODE = {
    "data_loader": ["data_loaders"],
    "model": ["model", "loss", "metric"],
    "trainer": ["trainer"],
    "logger": ["logger"],
    "utils": ["util"],
}


def scaffold(name, root):
    if "/" in name or ".." in name or not name:
        raise ValueError(f"{name!r} is no valid Python name")
    project = Path(root) / name
    project.mkdir()  # raises FileExistsError, and so nothing can be overwritten below
    for folder, modules in CODE.items():
        (project / folder).mkdir()
        for module in ["__init__", *modules]:
            (project / folder / f"{module}.py").touch()
    (project / "saved").mkdir()
    for file in ("train.py", "test.py", "saved/.gitkeep"):
        (project / file).touch()
    config = {"name": name, "optimizer": {"type": "SGD", "args": {"lr": 0.1}}, "epochs": 10}
    (project / "config.json").write_text(json.dumps(config, indent=2))
    return str(project)


def load_config(path, overrides):
    config = json.loads(Path(path).read_text(encoding="utf-8"))
    for override in overrides:
        keys, _, text = override.partition("=")  # at the first = only
        try:
            value = json.loads(text)
        except json.JSONDecodeError:
            value = text
        *parents, last = keys.split(".")
        place = config
        for key in [*parents, last]:
            if not isinstance(place, dict) or key not in place:
                raise KeyError(keys)  # a typo must not make a new key
            parent, place = place, place[key]
        parent[last] = value
    return config
