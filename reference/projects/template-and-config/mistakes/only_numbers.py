"""
en: Only numbers are read; true, null and lists stay text. json.loads reads them all.
ko: 숫자만 읽고 true, null, list는 문자열로 남습니다. json.loads는 모두 읽습니다.
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
        keys, _, text = override.partition("=")  # at the first = only
        try:
            value = float(text) if "." in text else int(text)
        except ValueError:
            value = text
        *parents, last = keys.split(".")
        place = config
        for key in [*parents, last]:
            if not isinstance(place, dict) or key not in place:
                raise KeyError(keys)  # a typo must not make a new key
            parent, place = place, place[key]
        parent[last] = value
    return config
